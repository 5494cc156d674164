package dev.noc.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00:00Z, 2026-11-20T09:00:00.000Z",
        "2026-11-20T09:00:00.120Z, 2026-11-20T09:00:00.120Z",
        "2026-11-20T09:00:00.123999Z, 2026-11-20T09:00:00.123Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
    })
    void alwaysHasMilliseconds(Instant time, String text) {
        assertThat(WireTime.format(time)).isEqualTo(text);
        assertThat(Instant.parse(text)).isBeforeOrEqualTo(time);
    }
}
