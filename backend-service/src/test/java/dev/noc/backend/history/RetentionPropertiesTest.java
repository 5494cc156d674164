package dev.noc.backend.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionPropertiesTest {

    @Test
    void keepsRoundsNoLongerThanMinutes() {
        var same = Duration.ofDays(30);

        assertThat(new RetentionProperties(same, same, same).minute()).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "PT59M, P90D, P1825D, RETENTION_RAW",
        "P-1D, P90D, P1825D, RETENTION_RAW",
        "P14D, P13D, P1825D, RETENTION_MINUTE",
        "P14D, P90D, P89D, RETENTION_HOURLY",
        "P14D, P90D, P40000D, RETENTION_HOURLY"
    })
    void refusesToStartWithWhatCannotBe(Duration raw, Duration minute, Duration hourly, String named) {
        assertThatThrownBy(() -> new RetentionProperties(raw, minute, hourly)).hasMessageContaining(named);
    }
}
