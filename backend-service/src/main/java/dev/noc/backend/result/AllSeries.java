package dev.noc.backend.result;

import dev.noc.backend.target.TargetDeleted;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The series that there are. Those that were asked for by name are remembered, since each round is stored by its id. */
@Service
public class AllSeries {

    private final SeriesStore store;
    private final Map<Name, Series> known = new ConcurrentHashMap<>();

    AllSeries(SeriesStore store) {
        this.store = store;
    }

    /** Returns every series, by target and probe. */
    public List<Series> all() {
        return store.findAll();
    }

    /** Returns the series of a target, by probe. */
    public List<Series> ofTarget(String targetId) {
        return store.ofTarget(targetId);
    }

    /**
     * Returns the series of a round that is stored.
     *
     * @throws NoSuchElementException where this probe has never reported this target
     */
    public Series of(String targetId, String probe) {
        return find(targetId, probe)
                .orElseThrow(() ->
                        new NoSuchElementException("Probe %s never reported target %s".formatted(probe, targetId)));
    }

    Optional<Series> find(String targetId, String probe) {
        var name = new Name(targetId, probe);
        @Nullable Series remembered = known.get(name);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var stored = store.find(targetId, probe);
        stored.ifPresent(series -> known.put(name, series));
        return stored;
    }

    /** Makes what is missing for these targets, in the current transaction. Returns those that exist, by target. */
    Map<String, Series> prepare(String probe, Collection<String> targetIds) {
        var prepared = new HashMap<String, Series>();
        var others = new HashSet<String>();
        for (var targetId : targetIds) {
            @Nullable Series remembered = known.get(new Name(targetId, probe));
            if (remembered == null) {
                others.add(targetId);
            } else {
                prepared.put(targetId, remembered);
            }
        }
        if (!others.isEmpty()) {
            add(probe, others).forEach(series -> prepared.put(series.targetId(), series));
        }
        return prepared;
    }

    /** Forgets what it knows: a series that was remembered is gone, because another backend deleted its target. */
    void forget() {
        known.clear();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(TargetDeleted event) {
        known.keySet().removeIf(name -> name.targetId().equals(event.targetId()));
    }

    private List<Series> add(String probe, Set<String> targetIds) {
        store.add(probe, targetIds);
        var added = store.ofProbe(probe).stream()
                .filter(series -> targetIds.contains(series.targetId()))
                .toList();
        added.forEach(series -> known.put(Name.of(series), series));
        forgetUnlessCommitted(added);
        return added;
    }

    private void forgetUnlessCommitted(List<Series> added) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status != STATUS_COMMITTED) {
                        added.forEach(series -> known.remove(Name.of(series)));
                    }
                }
            });
        }
    }

    private record Name(String targetId, String probe) {

        static Name of(Series series) {
            return new Name(series.targetId(), series.probe());
        }
    }
}
