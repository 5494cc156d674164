package dev.noc.system.noc;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /metrics}. */
public record Overview(Instant time, List<Target> targets) {

    /** A target, as far as these tests look at it. */
    public record Target(
            String id,
            String name,
            String address,
            String status,
            boolean reachable,
            @Nullable Instant since,
            @Nullable Instant lastChecked,
            @Nullable Double latencyMillis,
            @Nullable Double lossPercent,
            String message) {}
}
