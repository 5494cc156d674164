package dev.noc.probe.check;

import dev.noc.icmp.Prefer;
import dev.noc.protocol.Assignment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a target that only {@code tcp} has; null where the target does not say.
 *
 * @param count connections in a round
 * @param spacingMillis time between the starts of two of them
 * @param timeoutMillis how long each may take to open
 * @param prefer {@code ipv4} or {@code ipv6}, for names that have addresses of both
 */
record TcpSettings(
        @Nullable Integer count,
        @Nullable Integer spacingMillis,
        @Nullable Integer timeoutMillis,
        @Nullable String prefer) {

    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(3);

    Plan plan(Assignment target) {
        var pace = Pace.fitting(
                target.interval(),
                Settings.within("count", count, 3, 1, 20),
                spacingMillis,
                timeoutMillis,
                LONGEST_TIMEOUT);
        return new Plan(HostPort.of(target.address()), pace, Preference.of(prefer));
    }

    /** What a round is to do. */
    record Plan(HostPort to, Pace pace, Prefer prefer) {}
}
