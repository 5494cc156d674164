package dev.noc.backend.status;

import static dev.noc.backend.status.Rows.START;
import static dev.noc.backend.status.Rows.at;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.target.Expectation;
import dev.noc.backend.target.Thresholds;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a row, each figure is a round ten seconds after the one before: so many of five samples answered; x: not measured. */
class StatusRulesTest {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Expectation USUAL = new Expectation(INTERVAL, Thresholds.DEFAULT);

    @ParameterizedTest
    @CsvSource({"5, UP", "4, UP", "3, DEGRADED", "1, DEGRADED"})
    void followsTheLossOfTheFirstRound(String row, Status expected) {
        assertThat(after(row).status()).isEqualTo(expected);
    }

    @Test
    void knowsNothingAfterASingleSilentRound() {
        assertThat(after("0").status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void staysUpThroughASingleSilentRound() {
        assertThat(after("50").status()).isEqualTo(Status.UP);
    }

    @Test
    void goesDownAfterTwoSilentRoundsSinceTheFirstOfThem() {
        var standing = after("500");

        assertThat(standing.status()).isEqualTo(Status.DOWN);
        assertThat(standing.span().start()).isEqualTo(at(10));
        assertThat(standing.span().decided()).isEqualTo(at(20));
        assertThat(requireNonNull(standing.span().before()).time()).isEqualTo(at(0));
        assertThat(requireNonNull(standing.span().first()).time()).isEqualTo(at(10));
    }

    @Test
    void comesBackAfterTwoAnswersSinceTheFirstOfThem() {
        assertThat(after("5005").status()).isEqualTo(Status.DOWN);
        assertThat(after("50050").status()).isEqualTo(Status.DOWN);

        var standing = after("50055");
        assertThat(standing.status()).isEqualTo(Status.UP);
        assertThat(standing.span().start()).isEqualTo(at(30));
        assertThat(requireNonNull(standing.span().before()).time()).isEqualTo(at(20));
    }

    @Test
    void isUpAtOnceWhereNothingWasKnown() {
        assertThat(after("05").status()).isEqualTo(Status.UP);
        assertThat(after("500x5").status()).isEqualTo(Status.UP);
    }

    @Test
    void keepsTheTimeSinceWhichAStatusHolds() {
        assertThat(after("545").span().start()).isEqualTo(at(0));
    }

    @Test
    void isUnknownWhileTheProbeCannotMeasure() {
        var standing = after("50x0");

        assertThat(standing.status()).isEqualTo(Status.UNKNOWN);
        assertThat(standing.span().start()).isEqualTo(at(20));
    }

    @Test
    void doesNotCountSilenceFromBeforeAnObstacle() {
        assertThat(after("50x0").status()).isEqualTo(Status.UNKNOWN);
        assertThat(after("50x00").status()).isEqualTo(Status.DOWN);
        assertThat(after("50x00").span().start()).isEqualTo(at(30));
    }

    @Test
    void doesNotCountSilenceFromBeforeAGap() {
        assertThat(after("50.....0").status()).isEqualTo(Status.UNKNOWN);
        assertThat(after("50.....00").status()).isEqualTo(Status.DOWN);
    }

    @ParameterizedTest
    @CsvSource({"500, UP", "5000, DOWN", "50005, DOWN", "50000555, DOWN", "500005555, UP"})
    void followsTheThresholdsOfItsTarget(String row, Status expected) {
        var patient = new Expectation(INTERVAL, new Thresholds(3, 4, 20, null));

        assertThat(after(row, patient).status()).isEqualTo(expected);
    }

    @Nested
    class OverSixRounds {

        @ParameterizedTest
        @CsvSource({"555553, UP", "444444, DEGRADED", "444445, UP", "505550, DEGRADED"})
        void judgesTheLossOfAllOfThemTogether(String row, Status expected) {
            // A silent round alone changes nothing: the next answer tells.
            var answered = row.endsWith("0") ? row + "5" : row;

            assertThat(after(answered).status()).isEqualTo(expected);
        }

        @Test
        void staysDegradedUntilItIsClearlyBetter() {
            assertThat(after("444444" + "555").status()).isEqualTo(Status.DEGRADED);
            assertThat(after("444444" + "5555").status()).isEqualTo(Status.UP);
        }

        @Test
        void countsNothingFromBeforeItWasDown() {
            assertThat(after("50000055").status()).isEqualTo(Status.UP);
        }

        @Test
        void judgesTheMedianAgainstTheLimit() {
            var limited = new Expectation(INTERVAL, new Thresholds(2, 2, 20, 100.0));

            assertThat(fold("cccccc", limited).status()).isEqualTo(Status.UP);
            var slow = fold("ccccccddd", limited);
            assertThat(slow.status()).isEqualTo(Status.DEGRADED);
            assertThat(slow.span().cause()).isEqualTo("Median 110.0 ms, above the limit of 100.0 ms");
            assertThat(fold("ccccccddd" + "cccccc", limited).status()).isEqualTo(Status.DEGRADED);
            assertThat(fold("ccccccddd" + "aaaaaa", limited).status()).isEqualTo(Status.UP);
        }

        private Standing fold(String row, Expectation expected) {
            return after(row, expected);
        }
    }

    @Nested
    class WithoutResults {

        @ParameterizedTest
        @CsvSource({"30000, UP", "30001, UNKNOWN"})
        void isUnknownAfterThreeIntervals(long millis, Status expected) {
            assertThat(StatusRules.at(after("5"), START.plusMillis(millis), USUAL)
                            .status())
                    .isEqualTo(expected);
        }

        @Test
        void isUnknownSinceTheThirdIntervalEnded() {
            assertThat(StatusRules.at(after("5"), at(500), USUAL).span().start())
                    .isEqualTo(at(30));
        }

        @Test
        void leavesAResultTheTimeToArriveWhereTheIntervalIsShort() {
            var second = new Expectation(Duration.ofSeconds(1), Thresholds.DEFAULT);

            assertThat(StatusRules.at(after("5"), at(10), second).status()).isEqualTo(Status.UP);
            assertThat(StatusRules.at(after("5"), at(11), second).status()).isEqualTo(Status.UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5",
        "0",
        "500",
        "50055",
        "5005",
        "444444555",
        "50x0",
        "50.....0",
        "5......",
        "x",
        "555555500555540550045"
    })
    void canBeToldFromTheLastSpanAndTheNewestRounds(String row) {
        var fold = fold(row, USUAL);
        var standing = requireNonNull(fold.standing());
        var newest = Rows.rounds(row).stream().map(Evidence::of).toList();
        var kept = newest.subList(Math.max(0, newest.size() - StatusRules.keeps(USUAL)), newest.size());

        assertThat(StatusRules.rebuild(fold.begun().getLast(), kept, USUAL)).isEqualTo(standing);
    }

    @Test
    void notesEachChangeOnce() {
        assertThat(fold("555003355......5x", USUAL).begun())
                .extracting(Span::status)
                .containsExactly(
                        Status.UP, Status.DOWN, Status.DEGRADED, Status.UP, Status.UNKNOWN, Status.UP, Status.UNKNOWN);
    }

    @Test
    void coversWhatALaterDecisionKnowsBetter() {
        var fold = fold("0050", USUAL);

        assertThat(fold.begun()).extracting(Span::status).containsExactly(Status.UNKNOWN, Status.DOWN);
        assertThat(Span.inForce(fold.begun())).extracting(Span::status).isEqualTo(List.of(Status.DOWN));
    }

    private static Standing after(String row) {
        return after(row, USUAL);
    }

    private static Standing after(String row, Expectation expected) {
        return requireNonNull(fold(row, expected).standing());
    }

    private static Fold fold(String row, Expectation expected) {
        var fold = new Fold(null, expected);
        Rows.rounds(row).forEach(round -> fold.add(Evidence.of(round)));
        return fold;
    }
}
