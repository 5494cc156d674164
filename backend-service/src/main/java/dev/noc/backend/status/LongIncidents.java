package dev.noc.backend.status;

import dev.noc.backend.target.Expectation;
import dev.noc.backend.target.TargetDeleted;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Where to go on with incidents that have changed very often. A target that flaps for a week would otherwise have all of that
 * week looked at with each change. Kept in memory alone: without it, an incident is told from its beginning.
 */
@Component
class LongIncidents {

    /** An incident of so many stretches is long. */
    private static final int LONG = 100;

    /** So many of the newest stretches are looked at again: rounds come late by seconds every day. */
    private static final int NEWEST = 50;

    private final Standings standings;
    private final Map<String, Point> points = new ConcurrentHashMap<>();

    LongIncidents(Standings standings) {
        this.standings = standings;
    }

    /**
     * Returns what to go on with, for a target that changed from a time on; nothing where all must be told from the beginning.
     *
     * @param kept the incidents that the change may concern
     */
    Optional<IncidentFold> find(String targetId, Instant from, Expectation expected, Collection<KeptIncident> kept) {
        var point = points.get(targetId);
        if (point == null) {
            return Optional.empty();
        }
        var fold = point.fold();
        boolean holds = point.generation() == standings.generation()
                && !from.isBefore(fold.end())
                && fold.isOf(expected)
                && kept.stream().anyMatch(known -> known.incident().start().equals(fold.start()));
        if (!holds) {
            points.remove(targetId);
            return Optional.empty();
        }
        return Optional.of(fold.fork());
    }

    /**
     * Notes where to go on the next time.
     *
     * @param before what the stretches were added to
     * @param from what is before it is not changed by this transaction
     */
    void note(String targetId, IncidentFold before, List<Stretch> stretches, Instant from) {
        int settled = stretches.size() - NEWEST;
        if (stretches.size() < LONG || from.isBefore(stretches.get(settled).start())) {
            return;
        }
        var fold = before.fork();
        stretches.subList(0, settled).forEach(fold::add);
        if (fold.start() != null) {
            points.put(targetId, new Point(fold.fork(), standings.generation()));
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(TargetDeleted event) {
        points.remove(event.targetId());
    }

    /**
     * A state of an incident in the past.
     *
     * @param generation of the standings: what another backend judged may have changed what was before
     */
    private record Point(IncidentFold fold, long generation) {}
}
