package dev.noc.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void readsWhatItWrites() {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            var time = Instant.ofEpochMilli(random.nextLong(
                    Instant.parse("0000-01-01T00:00:00Z").toEpochMilli(),
                    Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli()));
            assertThat(WireTime.parse(WireTime.format(time))).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-20T09:00:00Z",
                "2026-11-20T09:00:00.12Z",
                "2026-11-20T09:00:00.1234Z",
                "2026-11-20T09:00:00.000+00:00",
                "2026-11-20t09:00:00.000z",
                "2026-11-20 09:00:00.000Z",
                "2026-13-20T09:00:00.000Z",
                "2026-02-29T09:00:00.000Z",
                "2026-11-20T24:00:00.000Z",
                "2026-11-20T09:60:00.000Z",
                "2026-11-20T09:00:60.000Z",
                "+026-11-20T09:00:00.000Z",
                "2026-11-20T09:00:00.0-1Z",
                "٢٠٢٦-11-20T09:00:00.000Z",
            })
    void leavesEverythingElseToOthers(String text) {
        assertThat(WireTime.parse(text)).isNull();
    }
}
