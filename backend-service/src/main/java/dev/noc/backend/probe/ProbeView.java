package dev.noc.backend.probe;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A probe as the API shows it.
 *
 * @param reporting whether it was heard lately
 * @param address where its newest report came from: of a probe behind a proxy, the proxy's
 * @param instance the process that reports; null when it does not name itself
 * @param conflict whether another process reports under the same id
 */
record ProbeView(
        String id,
        Instant lastSeen,
        boolean reporting,
        String address,
        @Nullable String instance,
        boolean conflict) {

    static ProbeView of(Presence presence, Instant now, Duration patience) {
        return new ProbeView(
                presence.id(),
                presence.lastSeen(),
                !now.isAfter(presence.lastSeen().plus(patience)),
                presence.address(),
                presence.instance(),
                presence.isInConflict(now));
    }
}
