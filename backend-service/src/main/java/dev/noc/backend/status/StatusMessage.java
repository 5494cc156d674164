package dev.noc.backend.status;

import dev.noc.backend.result.Round;
import dev.noc.backend.result.RoundFigures;
import dev.noc.backend.target.CheckKind;
import dev.noc.protocol.WireTime;
import java.util.Locale;

/** The one line that says what a status rests on, such as {@code 4 of 5 replies, 12.0 ms}. */
final class StatusMessage {

    private StatusMessage() {}

    static String of(CheckKind check, Standing standing, Round last) {
        var error = last.error();
        if (!last.measured() && error != null) {
            return "The probe could not measure: " + error.reason();
        }
        if (standing.status() == Status.UNKNOWN && standing.silentSince() == null) {
            return "No result since " + WireTime.format(standing.lastTime());
        }
        var outcome = check.outcome(last.received(), last.sent(), last.attributes());
        var latency = RoundFigures.of(last).latencyMillis();
        if (latency != null) {
            // In a local network everything would be 0.0 ms.
            return outcome + String.format(Locale.ROOT, latency < 1 ? ", %.2f ms" : ", %.1f ms", latency);
        }
        return error == null ? outcome : outcome + ": " + error.reason();
    }
}
