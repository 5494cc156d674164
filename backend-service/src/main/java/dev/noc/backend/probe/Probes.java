package dev.noc.backend.probe;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The probes that have ever reported. */
@Service
public class Probes {

    private static final Logger log = LoggerFactory.getLogger(Probes.class);

    private final PresenceStore store;
    private final Clock clock;

    Probes(PresenceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    List<Presence> all() {
        return store.findAll();
    }

    /**
     * Notes that a probe reports. Returns whether another process does so under the same id.
     *
     * @param instance names the process, or is null: then no other one can be told from it
     * @param address where the report came from
     */
    @Transactional
    public boolean saw(String id, @Nullable String instance, String address) {
        var now = clock.instant();
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
