package dev.noc.probe.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    private static final Duration LONGEST = Duration.ofSeconds(3);

    @ParameterizedTest
    @CsvSource({"1000, 50, 850", "2000, 100, 1750", "5000, 200, 3000", "60000, 200, 3000"})
    void endsARoundBeforeTheNextIsDue(long intervalMillis, long spacingMillis, long timeoutMillis) {
        assertThat(Pace.fitting(Duration.ofMillis(intervalMillis), 3, null, null, LONGEST))
                .isEqualTo(new Pace(3, Duration.ofMillis(spacingMillis), Duration.ofMillis(timeoutMillis)));
    }

    @Test
    void isWhatTheTargetAsksFor() {
        assertThat(Pace.fitting(Duration.ofSeconds(1), 3, 10, 60_000, LONGEST))
                .isEqualTo(new Pace(3, Duration.ofMillis(10), Duration.ofMinutes(1)));
    }
}
