package dev.noc.backend.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenceTest {

    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

    /** Each entry is a process and the second of its report. */
    @ParameterizedTest
    @CsvSource({
        "a0 a10 a20,                false", // one process
        "a0 b10 b20,                false", // restarted
        "a0 b10 c20 d30,            false", // restarted again and again
        "a0 b10 a20,                true", // the first goes on beside the second
        "a0 b10 a20 b30 a40,        true",
        "a0 b10 a20 c30,            true", // one of the two was restarted
        "a0 b10 a599,               true",
        "a0 b10 a600,               false", // heard again after ten minutes: it was asleep
        "a0 b10 a20 a619,           true",
        "a0 b10 a20 a620,           false", // the other has kept silent for ten minutes
        "a0 b10 a20 a620 b621,      false", // and so was that one
        "a0 b10 a20 a620 b621 a622, true"
    })
    void tellsTwoProcessesFromARestart(String reports, boolean conflict) {
        assertThat(conflictAfter(reports)).isEqualTo(conflict);
    }

    @Test
    void takesAProcessThatDoesNotNameItselfForTheOneThatIsThere() {
        var presence = Presence.first("office", "a", "127.0.0.1", START)
                .seen(null, "127.0.0.2", START.plusSeconds(10))
                .seen("a", "127.0.0.1", START.plusSeconds(20));

        assertThat(presence.isInConflict(START.plusSeconds(20))).isFalse();
        assertThat(presence.lastSeen()).isEqualTo(START.plusSeconds(20));
    }

    /** A process, the milliseconds since the report before, and whether the row is written. */
    @ParameterizedTest
    @CsvSource({"a, 1000, true", "a, 999, false", "a, -1000, true", "b, 1, true", "'', 999, false"})
    void isWrittenOnceASecondAndAtOnceForANewProcess(String instance, long millis, boolean written) {
        var before = Presence.first("office", "a", "127.0.0.1", START);
        var after = before.seen(instance.isEmpty() ? null : instance, "127.0.0.1", START.plusMillis(millis));

        assertThat(after.isNewsTo(before)).isEqualTo(written);
    }

    @Test
    void isWrittenOnceASecondWhileTwoProcessesTakeTurns() {
        var before = Presence.first("office", "a", "127.0.0.1", START)
                .seen("b", "127.0.0.1", START.plusMillis(1))
                .seen("a", "127.0.0.1", START.plusMillis(2));

        assertThat(before.seen("b", "127.0.0.1", START.plusMillis(3)).isNewsTo(before))
                .isFalse();
        assertThat(before.seen("b", "127.0.0.1", START.plusMillis(1002)).isNewsTo(before))
                .isTrue();
    }

    private static boolean conflictAfter(String reports) {
        var presence = Presence.first("office", "a", "127.0.0.1", START);
        var now = START;
        for (var report : reports.split(" ", -1)) {
            now = START.plusSeconds(Long.parseLong(report.substring(1)));
            presence = presence.seen(report.substring(0, 1), "127.0.0.1", now);
        }
        return presence.isInConflict(now);
    }
}
