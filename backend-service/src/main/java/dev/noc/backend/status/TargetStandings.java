package dev.noc.backend.status;

import dev.noc.backend.result.Series;
import dev.noc.backend.target.Target;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The standings of one target's series. They never change, others take their place: so what is concluded of them is kept with
 * them, and nobody who asks again has to conclude it anew.
 */
final class TargetStandings {

    static final TargetStandings NONE = new TargetStandings(Map.of());

    private final Map<Series, Known> bySeries;
    private volatile @Nullable Conclusion newest;

    private TargetStandings(Map<Series, Known> bySeries) {
        this.bySeries = bySeries;
    }

    Map<Series, Known> bySeries() {
        return bySeries;
    }

    TargetStandings with(Map<Series, Known> further) {
        var all = further;
        if (!further.keySet().containsAll(bySeries.keySet())) {
            all = new HashMap<>(bySeries);
            all.putAll(further);
        }
        return all.equals(bySeries) ? this : new TargetStandings(Map.copyOf(all));
    }

    /** Returns those that are left without all others; null when none is. */
    @Nullable
    TargetStandings only(Set<Series> kept) {
        if (kept.containsAll(bySeries.keySet())) {
            return this;
        }
        var left = new HashMap<>(bySeries);
        left.keySet().retainAll(kept);
        return left.isEmpty() ? null : new TargetStandings(Map.copyOf(left));
    }

    TargetStatus status(Target target, Instant now) {
        if (bySeries.isEmpty()) {
            return TargetStatus.withoutResult(target);
        }
        var conclusion = newest;
        if (conclusion == null || !conclusion.holds(target, now)) {
            conclusion = Conclusion.of(target, bySeries, now);
            newest = conclusion;
        }
        return conclusion.status();
    }
}
