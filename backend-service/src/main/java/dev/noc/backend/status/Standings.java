package dev.noc.backend.status;

import static java.util.Objects.requireNonNull;

import dev.noc.backend.result.Series;
import dev.noc.backend.target.TargetDeleted;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The standing of every series, in memory: rounds that come in order are judged without a look into the database. It holds
 * what is committed, and can be told from the database at any time.
 */
@Component
class Standings {

    private final Map<String, TargetStandings> committed = new ConcurrentHashMap<>();
    private final Set<Series> distrusted = ConcurrentHashMap.newKeySet();
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicLong generation = new AtomicLong();

    Map<Series, Known> ofTarget(String targetId) {
        return of(targetId).bySeries();
    }

    TargetStandings of(String targetId) {
        return committed.getOrDefault(targetId, TargetStandings.NONE);
    }

    /** Returns all of them, by target. */
    Map<String, TargetStandings> all() {
        return committed;
    }

    /** Lets nobody judge while all of them are told from the database. */
    void exclusively(Runnable reading) {
        writing.lock();
        try {
            reading.run();
        } finally {
            writing.unlock();
        }
    }

    /**
     * Takes all of them anew.
     *
     * @param distrusted series of which rounds are stored that are not judged yet: the next judgement goes by the database
     */
    void replace(Map<Series, Known> all, Set<Series> distrusted) {
        all.forEach(this::put);
        keepOnly(all.keySet());
        this.distrusted.clear();
        this.distrusted.addAll(distrusted);
        generation.incrementAndGet();
    }

    /** Returns how often all of them were taken anew: from the database, which another backend may have changed. */
    long generation() {
        return generation.get();
    }

    /** Forgets the others: another backend may have deleted their target. */
    void keepOnly(Collection<Series> existing) {
        var kept = Set.copyOf(existing);
        committed.keySet().forEach(target -> committed.computeIfPresent(target, (id, own) -> own.only(kept)));
        distrusted.retainAll(kept);
    }

    void put(Series series, Known known) {
        put(series.targetId(), Map.of(series, known));
    }

    private void put(String targetId, Map<Series, Known> further) {
        committed.compute(
                targetId,
                (id, own) ->
                        Objects.requireNonNullElse(own, TargetStandings.NONE).with(further));
    }

    /** Returns the changes of the current transaction. Only one transaction at a time has some. */
    Draft draft() {
        var bound = TransactionSynchronizationManager.getResource(this);
        if (bound instanceof Draft draft) {
            return draft;
        }
        writing.lock();
        var draft = new Draft();
        TransactionSynchronizationManager.bindResource(this, draft);
        TransactionSynchronizationManager.registerSynchronization(draft);
        return draft;
    }

    /** Waits for whoever is about to put it back, with a judgement that was made before. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(TargetDeleted event) {
        writing.lock();
        try {
            committed.remove(event.targetId());
            distrusted.removeIf(series -> series.targetId().equals(event.targetId()));
        } finally {
            writing.unlock();
        }
    }

    /** What a transaction changes. Nobody else sees it before it is committed, and nobody ever if it is not. */
    final class Draft implements TransactionSynchronization {

        private final Map<String, Map<Series, Known>> changed = new HashMap<>();

        boolean isEmpty() {
            return changed.isEmpty();
        }

        /** Returns what the next rounds of a series can be judged by; null where only the database knows. */
        @Nullable
        Known get(Series series) {
            var known = changed.getOrDefault(series.targetId(), Map.of()).get(series);
            if (known != null) {
                return known;
            }
            return distrusted.contains(series)
                    ? null
                    : ofTarget(series.targetId()).get(series);
        }

        /** Returns what is there for a series of which something is. */
        Known require(Series series) {
            return requireNonNull(get(series));
        }

        void put(Series series, Known known) {
            changed.computeIfAbsent(series.targetId(), none -> new HashMap<>()).put(series, known);
        }

        /** Returns the target's standings with the changes. */
        Map<Series, Known> of(String targetId) {
            var standings = new HashMap<>(ofTarget(targetId));
            standings.putAll(changed.getOrDefault(targetId, Map.of()));
            return standings;
        }

        /** Before anyone who is told of the changes looks. */
        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            changed.forEach(Standings.this::put);
            changed.values().forEach(standings -> distrusted.removeAll(standings.keySet()));
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Standings.this);
            writing.unlock();
        }
    }

    static List<Status> statuses(Map<Series, Known> standings) {
        return standings.values().stream()
                .map(known -> known.standing().status())
                .toList();
    }
}
