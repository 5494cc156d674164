package dev.noc.backend.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.question.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {

    private static final Instant END = Instant.parse("2026-11-20T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT1H, 500, RAW, PT10S",
        "PT24H, 500, MINUTE, PT5M",
        "PT24H, 2000, MINUTE, PT1M",
        "P7D, 500, TEN_MINUTES, PT30M",
        "P30D, 500, HOUR, PT2H",
        "P90D, 500, SIX_HOURS, PT6H",
        "P365D, 1000, SIX_HOURS, PT12H",
        "P365D, 500, DAY, PT24H",
        "P3660D, 2000, DAY, PT48H",
        "P3660D, 1, DAY, P4000D"
    })
    void servesARangeFromTheLongestBucketsThatFit(Duration length, int points, Resolution source, Duration step) {
        var grid = Grid.over(lasting(length), points, Resolution.RAW);

        assertThat(grid.source()).isEqualTo(source);
        assertThat(grid.step()).isEqualTo(step.toMillis());
        assertThat(grid.count()).isBetween(1, points + 1);
    }

    @Test
    void takesNothingFinerThanWhatIsLeft() {
        assertThat(Grid.over(lasting(Duration.ofHours(1)), 500, Resolution.HOUR).step())
                .isEqualTo(Duration.ofHours(1).toMillis());
    }

    @Test
    void coversTheWholeRange() {
        var range = new TimeRange(END.minusSeconds(3_601), END.plusSeconds(1));

        var grid = Grid.over(range, 60, Resolution.RAW);

        assertThat(grid.start()).isBeforeOrEqualTo(range.from());
        assertThat(grid.end()).isAfterOrEqualTo(range.to());
        assertThat(grid.indexOf(range.from())).isZero();
        assertThat(grid.indexOf(END)).isEqualTo(grid.count() - 1);
    }

    @ParameterizedTest
    @CsvSource({"PT33H20M", "P13DT21H20M", "P83DT8H", "P500D"})
    void neverHoldsMoreThanTheLimit(Duration length) {
        var range = new TimeRange(END.minus(length).plusMillis(1), END.plusMillis(1));

        assertThat(Grid.over(range, Grid.MAX_POINTS, Resolution.RAW).count()).isLessThanOrEqualTo(Grid.MAX_POINTS);
    }

    private static TimeRange lasting(Duration length) {
        return new TimeRange(END.minus(length), END);
    }
}
