package dev.noc.icmp.engine;

import dev.noc.icmp.linux.Endpoint;
import java.util.HashMap;
import java.util.Map;

/**
 * Late and duplicate replies that no volley was told of yet, by whom they came from. Most come after the last request of their
 * volley was settled, so they are told with the next one to the same address.
 */
final class Strays {

    /** A host that is asked once, and sends a reply for years, must not cost memory; nobody has so many of them. */
    private static final int MOST_HOSTS = 1 << 16;

    /** What one host sent besides. */
    record Tally(int late, int duplicates) {

        static final Tally NONE = new Tally(0, 0);

        Tally plus(Tally other) {
            return new Tally(late + other.late, duplicates + other.duplicates);
        }
    }

    private static final Tally ONE_LATE = new Tally(1, 0);
    private static final Tally ONE_DUPLICATE = new Tally(0, 1);

    private final Map<Endpoint, Tally> byHost = new HashMap<>();

    void late(Volley volley) {
        add(volley, ONE_LATE);
    }

    void duplicate(Volley volley) {
        add(volley, ONE_DUPLICATE);
    }

    /** Requests of a trace have a limit of hops: they are no part of any other volley's story. */
    private void add(Volley volley, Tally one) {
        if (volley.shape.ttl() == 0 && (byHost.size() < MOST_HOSTS || byHost.containsKey(volley.target))) {
            byHost.merge(volley.target, one, Tally::plus);
        }
    }

    /** Returns what came from the host of a volley since this was asked for it last. */
    Tally take(Volley volley) {
        if (byHost.isEmpty() || volley.shape.ttl() != 0) {
            return Tally.NONE;
        }
        var tally = byHost.remove(volley.target);
        return tally == null ? Tally.NONE : tally;
    }
}
