package dev.noc.backend.probe;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The probes that have ever reported. */
@Service
public class Probes {

    private static final Logger log = LoggerFactory.getLogger(Probes.class);

    private final PresenceStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Probes(PresenceStore store, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    List<Presence> all() {
        return store.findAll();
    }

    /**
     * Notes that a probe reports. Returns whether another process does so under the same id. Most reports tell nothing new,
     * so they are only compared with what is there: who writes must wait for the others.
     *
     * @param instance names the process, or is null: then no other one can be told from it
     * @param address where the report came from
     */
    public boolean saw(String id, @Nullable String instance, String address) {
        var now = clock.instant();
        @Nullable Presence known = store.find(id).orElse(null);
        if (known != null) {
            var after = known.seen(instance, address, now);
            if (!after.isNewsTo(known)) {
                return known.isInConflict(now) || after.isInConflict(now);
            }
        }
        return Boolean.TRUE.equals(transaction.execute(status -> note(id, instance, address, now)));
    }

    private boolean note(String id, @Nullable String instance, String address, Instant now) {
        @Nullable Presence before = store.find(id).orElse(null);
        if (before == null) {
            store.save(Presence.first(id, instance, address, now));
            return false;
        }
        var after = before.seen(instance, address, now);
        if (after.isNewsTo(before)) {
            store.save(after);
            warn(before, after);
        }
        return before.isInConflict(now) || after.isInConflict(now);
    }

    /** Once, until the conflict has ended. */
    private static void warn(Presence before, Presence after) {
        if (after.isInConflict(after.lastSeen()) && !before.isInConflict(after.lastSeen())) {
            log.warn(
                    "Two processes report as probe {}, from {} and from {}: their results are mixed up. Stop one of them, or give it a PROBE_ID of its own.",
                    after.id(),
                    before.address(),
                    after.address());
        }
    }
}
