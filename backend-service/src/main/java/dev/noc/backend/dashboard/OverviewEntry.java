package dev.noc.backend.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.noc.backend.result.Round;
import dev.noc.backend.result.RoundFigures;
import dev.noc.backend.status.ProbeStatus;
import dev.noc.backend.status.Status;
import dev.noc.backend.status.TargetStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One target, as GET /metrics shows it. Null stands for what is not known.
 *
 * @param since when the status began
 * @param lastChecked start of the newest round
 * @param latencyMillis median of the newest round
 * @param probes what each of several probes says; absent where fewer than two can tell
 * @param attributes what the newest round found out besides; absent where that is nothing
 */
public record OverviewEntry(
        String id,
        String name,
        String address,
        String check,
        Status status,
        boolean reachable,
        @Nullable Instant since,
        @Nullable Instant lastChecked,
        @Nullable Double latencyMillis,
        @Nullable Double lossPercent,
        @Nullable Double jitterMillis,
        String message,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ProbeStatus> probes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> attributes) {

    private static final RoundFigures NOTHING = new RoundFigures(null, null, null);

    /** Returns what is shown of a target. */
    public static OverviewEntry of(TargetStatus known) {
        var target = known.target();
        @Nullable Round last = known.lastRound();
        var figures = last == null ? NOTHING : RoundFigures.of(last);
        return new OverviewEntry(
                target.id(),
                target.name(),
                target.address(),
                target.check().name(),
                known.status(),
                known.status().isReachable(),
                known.since(),
                last == null ? null : last.time(),
                figures.latencyMillis(),
                figures.lossPercent(),
                figures.jitterMillis(),
                known.message(),
                known.probes(),
                last == null ? Map.of() : last.attributes());
    }
}
