package dev.noc.backend.status;

import dev.noc.backend.result.Round;
import dev.noc.backend.target.Target;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a target at a moment.
 *
 * @param since when the status began; null when there was never a result
 * @param lastRound the newest round of the probe that speaks for the target; null when there was never a result, or it is no
 *     longer kept
 * @param message one line that says what the status rests on
 * @param probes what each of several probes says; none where fewer than two can tell
 */
public record TargetStatus(
        Target target,
        Status status,
        @Nullable Instant since,
        @Nullable Round lastRound,
        String message,
        List<ProbeStatus> probes) {

    static TargetStatus withoutResult(Target target) {
        return new TargetStatus(target, Status.UNKNOWN, null, null, "No result yet", List.of());
    }
}
