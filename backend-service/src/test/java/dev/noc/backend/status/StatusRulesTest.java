package dev.noc.backend.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.result.Round;
import dev.noc.protocol.ResultError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusRulesTest {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"5, UP", "4, UP", "3, DEGRADED", "1, DEGRADED"})
    void followsTheLossOfARoundThatWasAnswered(int replies, Status expected) {
        assertThat(after(answered(0, replies)).status()).isEqualTo(expected);
    }

    @Test
    void knowsNothingAfterASingleSilentRound() {
        assertThat(after(answered(0, 0)).status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void staysUpThroughASingleSilentRound() {
        assertThat(after(answered(0, 5), answered(10, 0)).status()).isEqualTo(Status.UP);
    }

    @Test
    void goesDownAfterTwoSilentRoundsSinceTheFirstOfThem() {
        var standing = after(answered(0, 5), answered(10, 0), answered(20, 0));

        assertThat(standing.status()).isEqualTo(Status.DOWN);
        assertThat(standing.since()).isEqualTo(at(10));
    }

    @Test
    void comesBackWithTheFirstAnswer() {
        var standing = after(answered(0, 0), answered(10, 0), answered(20, 0), answered(30, 5));

        assertThat(standing.status()).isEqualTo(Status.UP);
        assertThat(standing.since()).isEqualTo(at(30));
    }

    @Test
    void keepsTheTimeSinceWhichAStatusHolds() {
        assertThat(after(answered(0, 5), answered(10, 4), answered(20, 5)).since())
                .isEqualTo(at(0));
    }

    @Test
    void isUnknownWhileTheProbeCannotMeasure() {
        var standing = after(answered(0, 5), answered(10, 0), failed(20), answered(30, 0));

        assertThat(standing.status()).isEqualTo(Status.UNKNOWN);
        assertThat(standing.since()).isEqualTo(at(20));
    }

    @Test
    void ignoresARoundThatIsNotNewer() {
        var standing = after(answered(10, 5));

        assertThat(StatusRules.next(standing, answered(10, 0), INTERVAL)).isEqualTo(standing);
        assertThat(StatusRules.next(standing, answered(0, 0), INTERVAL)).isEqualTo(standing);
    }

    @Test
    void doesNotCountSilenceFromBeforeAGap() {
        assertThat(after(answered(0, 5), answered(10, 0), answered(100, 0)).status())
                .isEqualTo(Status.UNKNOWN);
    }

    @Nested
    class WithoutResults {

        @ParameterizedTest
        @CsvSource({"30000, UP", "30001, UNKNOWN"})
        void isUnknownAfterThreeIntervals(long millis, Status expected) {
            var standing = StatusRules.at(after(answered(0, 5)), START.plusMillis(millis), INTERVAL);

            assertThat(standing.status()).isEqualTo(expected);
        }

        @Test
        void isUnknownSinceTheThirdIntervalEnded() {
            assertThat(StatusRules.at(after(answered(0, 5)), at(500), INTERVAL).since())
                    .isEqualTo(at(30));
        }

        @Test
        void leavesAResultTheTimeToArriveWhereTheIntervalIsShort() {
            var second = Duration.ofSeconds(1);

            assertThat(StatusRules.at(after(answered(0, 5)), at(10), second).status())
                    .isEqualTo(Status.UP);
            assertThat(StatusRules.at(after(answered(0, 5)), at(11), second).status())
                    .isEqualTo(Status.UNKNOWN);
        }
    }

    private static Standing after(Round first, Round... more) {
        var standing = StatusRules.next(null, first, INTERVAL);
        for (var round : more) {
            standing = StatusRules.next(standing, round, INTERVAL);
        }
        return standing;
    }

    private static Round answered(int second, int replies) {
        var samples = IntStream.range(0, 5)
                .<@Nullable Double>mapToObj(i -> i < replies ? 1.0 : null)
                .toList();
        return new Round("t", "p", at(second), samples, null);
    }

    private static Round failed(int second) {
        return new Round("t", "p", at(second), List.of(), new ResultError(ResultError.PROBE, "no route"));
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
