package dev.noc.backend.history;

import dev.noc.backend.result.Round;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A round as it is exported. */
record RoundLine(
        String target,
        String probe,
        Instant time,
        int sent,
        int lost,
        List<@Nullable Double> rttMillis,
        @Nullable String errorScope,
        @Nullable String errorReason,
        Map<String, Object> attributes) {

    static RoundLine of(Round round) {
        var error = round.error();
        return new RoundLine(
                round.targetId(),
                round.probe(),
                round.time(),
                round.sent(),
                round.lost(),
                round.rttMillis(),
                error == null ? null : error.scope(),
                error == null ? null : error.reason(),
                round.attributes());
    }
}
