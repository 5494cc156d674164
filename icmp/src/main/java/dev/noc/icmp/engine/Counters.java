package dev.noc.icmp.engine;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Counts since the start. Read by any thread. */
final class Counters {

    private final Map<Count, LongAdder> adders = new EnumMap<>(Count.class);

    Counters() {
        for (var count : Count.values()) {
            adders.put(count, new LongAdder());
        }
    }

    void add(Count count) {
        add(count, 1);
    }

    void add(Count count, long many) {
        Objects.requireNonNull(adders.get(count)).add(many);
    }

    Map<Count, Long> all() {
        var all = new EnumMap<Count, Long>(Count.class);
        adders.forEach((count, adder) -> all.put(count, adder.sum()));
        return all;
    }
}
