package dev.noc.icmp;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Keeps the addresses of names for a while. A literal is an address already. */
final class AddressCache {

    /** So many names are kept; when they are, those whose time is over are thrown away, once in a lifetime. */
    private static final int MOST = 20_000;

    private record Entry(List<InetAddress> addresses, long until) {}

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final long lifetime;
    private final LongSupplier nanoTime;
    private volatile long lastPurge;

    AddressCache(Duration lifetime, LongSupplier nanoTime) {
        this.lifetime = lifetime.toNanos();
        this.nanoTime = nanoTime;
        this.lastPurge = nanoTime.getAsLong();
    }

    Optional<List<InetAddress>> find(String name) {
        var entry = entries.get(name);
        if (entry != null && entry.until() - nanoTime.getAsLong() > 0) {
            return Optional.of(entry.addresses());
        }
        return NameService.literal(name).map(List::of);
    }

    void put(String name, List<InetAddress> addresses) {
        long now = nanoTime.getAsLong();
        if (entries.size() >= MOST && now - lastPurge >= lifetime) {
            lastPurge = now;
            entries.values().removeIf(entry -> entry.until() - now <= 0);
        }
        if (entries.size() < MOST) {
            entries.put(name, new Entry(addresses, now + lifetime));
        }
    }
}
