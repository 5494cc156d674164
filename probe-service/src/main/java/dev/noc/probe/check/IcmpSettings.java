package dev.noc.probe.check;

import dev.noc.icmp.PingRequest;
import dev.noc.icmp.Prefer;
import dev.noc.protocol.Assignment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a target that only {@code icmp} has; null where the target does not say.
 *
 * @param count echo requests in a round
 * @param spacingMillis time between two of them
 * @param timeoutMillis how long each waits for its reply
 * @param sizeBytes bytes behind the header of each
 * @param prefer {@code ipv4} or {@code ipv6}, for names that have addresses of both
 */
record IcmpSettings(
        @Nullable Integer count,
        @Nullable Long spacingMillis,
        @Nullable Long timeoutMillis,
        @Nullable Integer sizeBytes,
        @Nullable String prefer) {

    private static final int COUNT = 5;
    private static final int SIZE = 56;
    private static final Duration WIDEST_SPACING = Duration.ofMillis(200);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(500);

    /** Between the end of a round and the start of the next. */
    private static final Duration REST = Duration.ofMillis(50);

    PingRequest request(Assignment target) {
        int requests = count == null ? COUNT : count;
        var spacing = spacingMillis == null ? spacing(target.interval()) : Duration.ofMillis(spacingMillis);
        var timeout = timeoutMillis == null
                ? timeout(target.interval().minus(spacing.multipliedBy(requests - 1L)))
                : Duration.ofMillis(timeoutMillis);
        return new PingRequest(
                target.address(), requests, spacing, timeout, sizeBytes == null ? SIZE : sizeBytes, preference());
    }

    private static Duration spacing(Duration interval) {
        return shorter(interval.dividedBy(20), WIDEST_SPACING);
    }

    /** As long as it may be, so that a slow link is not a dead one, and yet over before the next round is due. */
    private static Duration timeout(Duration left) {
        var fitting = shorter(left.minus(REST), LONGEST_TIMEOUT);
        return fitting.compareTo(SHORTEST_TIMEOUT) < 0 ? SHORTEST_TIMEOUT : fitting;
    }

    private Prefer preference() {
        return switch (prefer) {
            case null -> Prefer.SYSTEM;
            case "ipv4" -> Prefer.IPV4;
            case "ipv6" -> Prefer.IPV6;
            default ->
                throw new IllegalArgumentException("'prefer' must be 'ipv4' or 'ipv6', not '%s'".formatted(prefer));
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
