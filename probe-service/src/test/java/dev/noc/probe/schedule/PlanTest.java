package dev.noc.probe.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.protocol.Assignment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
    private static final Duration LONG_AGO = Duration.ofDays(1);

    @Test
    void spreadsTheStartsEvenlyInTheOrderOfIds() {
        var plans = Plan.spread(
                List.of(target("c", 10_000), target("a", 10_000), target("d", 10_000), target("b", 10_000)));

        assertThat(plans).extracting(plan -> plan.target().id()).containsExactly("a", "b", "c", "d");
        assertThat(plans)
                .extracting(plan -> plan.untilNext(NINE, LONG_AGO).toMillis())
                .containsExactly(0L, 2_500L, 5_000L, 7_500L);
    }

    @ParameterizedTest
    @CsvSource({
        // now, milliseconds until 09:00:02.500, 09:00:12.500 ...
        "2026-11-20T09:00:00.000Z, 2500",
        "2026-11-20T09:00:02.499Z, 1",
        "2026-11-20T09:00:02.500Z, 0",
        "2026-11-20T09:00:02.501Z, 9999",
        "2026-11-20T09:00:11.000Z, 1500",
        "1969-12-31T23:59:59.000Z, 3500"
    })
    void keepsItsPhaseWhateverTheTimeOfTheStart(Instant now, long millis) {
        assertThat(quarter().untilNext(now, LONG_AGO)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({
        // milliseconds since the last start at 09:00:02.500, milliseconds until the next
        "0, 10000",
        "800, 9200",
        "9999, 1",
        "10000, 0",
        "12000, 8000",
        "31000, 9000"
    })
    void leavesOutWhatFellDueDuringARound(long sinceLastStart, long millis) {
        var now = NINE.plusMillis(2_500 + sinceLastStart);

        assertThat(quarter().untilNext(now, Duration.ofMillis(sinceLastStart))).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void doesNotDoubleARoundWhoseTimerFiredEarly() {
        var justBefore = NINE.plusMillis(2_500).minusNanos(100);

        assertThat(quarter().untilNext(justBefore, Duration.ofNanos(5)))
                .isEqualTo(Duration.ofSeconds(10).plusNanos(100));
    }

    @Test
    void leavesAtLeastHalfAnIntervalAndAtMostOneAndAHalfWheneverThePhaseMoves() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            var plan =
                    new Plan(target("x", random.nextLong(1_000, 90_000)), random.nextDouble(), Duration.ofSeconds(1));
            var round = Duration.ofMillis(random.nextLong(0, 500));
            var gap = plan.untilNext(NINE.plusMillis(random.nextInt(100_000)), round)
                    .plus(round);

            var interval = plan.target().interval();
            assertThat(gap)
                    .isBetween(interval.dividedBy(2), interval.multipliedBy(3).dividedBy(2));
        }
    }

    @Test
    void beginsWithinASecondHoweverLongTheInterval() {
        var plans = Plan.spread(List.of(target("a", 3_600_000), target("b", 3_600_000)));

        assertThat(plans).extracting(Plan::untilFirst).containsExactly(Duration.ZERO, Duration.ofMillis(500));
    }

    @Test
    void beginsAThousandTargetsASecondAtMost() {
        var targets = IntStream.range(0, 5_000)
                .mapToObj(i -> target("t%04d".formatted(i), 10_000))
                .toList();

        assertThat(Plan.spread(targets)).last().extracting(Plan::untilFirst).isEqualTo(Duration.ofMillis(4_999));
    }

    private static Plan quarter() {
        return new Plan(target("b", 10_000), 0.25, Duration.ofSeconds(1));
    }

    private static Assignment target(String id, long intervalMillis) {
        return new Assignment(id, id, "127.0.0.1", "icmp", intervalMillis, true);
    }
}
