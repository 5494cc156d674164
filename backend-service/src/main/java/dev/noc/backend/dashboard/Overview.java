package dev.noc.backend.dashboard;

import dev.noc.backend.status.TargetStatus;
import dev.noc.backend.target.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The last known state of every watched target.
 *
 * @param time when it was concluded
 * @param targets in the order of their names
 */
record Overview(Instant time, List<OverviewEntry> targets) {

    static Overview of(Instant time, Map<Target, TargetStatus> statuses) {
        var entries = statuses.entrySet().stream()
                .map(known -> OverviewEntry.of(known.getKey(), known.getValue()))
                .toList();
        return new Overview(time, entries);
    }
}
