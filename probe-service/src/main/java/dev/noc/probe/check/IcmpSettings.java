package dev.noc.probe.check;

import dev.noc.icmp.PingRequest;
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
        @Nullable Integer spacingMillis,
        @Nullable Integer timeoutMillis,
        @Nullable Integer sizeBytes,
        @Nullable String prefer) {

    private static final int COUNT = 5;
    private static final int SIZE = 56;
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(1);

    PingRequest request(Assignment target) {
        var pace = Pace.fitting(
                target.interval(), count == null ? COUNT : count, spacingMillis, timeoutMillis, LONGEST_TIMEOUT);
        return new PingRequest(
                target.address(),
                pace.count(),
                pace.spacing(),
                pace.timeout(),
                sizeBytes == null ? SIZE : sizeBytes,
                Preference.of(prefer));
    }
}
