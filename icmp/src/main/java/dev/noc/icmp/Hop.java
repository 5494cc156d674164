package dev.noc.icmp;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands a number of routers away.
 *
 * @param distance 1 for the first router
 * @param samples one a round
 */
public record Hop(int distance, List<Sample> samples) {

    public Hop {
        samples = List.copyOf(samples);
    }

    /** What one request found. Everything but {@code end} is null when nobody answered. */
    public record Sample(
            @Nullable InetAddress from,
            @Nullable Duration roundTrip,
            @Nullable String complaint,
            boolean end) {

        static final Sample SILENCE = new Sample(null, null, null, false);

        /** Says whether nobody answered. */
        public boolean isSilent() {
            return from == null;
        }
    }

    /** Who answered, in the order of appearance: several where routers share the load, none where all was silent. */
    public List<InetAddress> addresses() {
        return samples.stream()
                .map(Sample::from)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The share of requests without an answer, from 0 to 1. A router may answer few of them and yet pass on all. */
    public double loss() {
        return (double) samples.stream().filter(Sample::isSilent).count() / samples.size();
    }
}
