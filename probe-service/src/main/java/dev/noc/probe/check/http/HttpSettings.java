package dev.noc.probe.check.http;

import dev.noc.probe.check.Pace;
import dev.noc.probe.check.Preference;
import dev.noc.probe.check.Settings;
import dev.noc.protocol.Assignment;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a target that only {@code http} has; null where the target does not say.
 *
 * @param method {@code GET} or {@code HEAD}
 * @param expectedStatus codes and ranges, such as {@code 200-299,301}
 * @param bodyContains a text that must be in the first MiB of the body
 * @param maxRedirects how many redirects are followed
 * @param timeoutMillis how long the whole round may take
 * @param verifyTls false where any certificate will do
 * @param prefer {@code ipv4} or {@code ipv6}, for names that have addresses of both
 */
record HttpSettings(
        @Nullable String method,
        @Nullable String expectedStatus,
        @Nullable String bodyContains,
        @Nullable Integer maxRedirects,
        @Nullable Integer timeoutMillis,
        @Nullable Boolean verifyTls,
        @Nullable String prefer) {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(10);

    HttpPlan plan(Assignment target) {
        var pace = Pace.fitting(target.interval(), 1, null, timeoutMillis, LONGEST_TIMEOUT);
        return new HttpPlan(
                HttpUrl.get(target.address()),
                knownMethod(),
                StatusSet.of(Objects.requireNonNullElse(expectedStatus, "200-299")),
                bodyContains,
                Settings.within("maxRedirects", maxRedirects, 5, 0, 20),
                pace.timeout(),
                verifyTls == null || verifyTls,
                Preference.of(prefer));
    }

    private String knownMethod() {
        var known = Objects.requireNonNullElse(method, "GET");
        if (!METHODS.contains(known)) {
            throw new IllegalArgumentException("'method' must be GET or HEAD, not '%s'".formatted(method));
        }
        if (known.equals("HEAD") && bodyContains != null) {
            throw new IllegalArgumentException(
                    "the answer to HEAD has no body, so 'bodyContains' must be left out, or 'method' be GET");
        }
        return known;
    }
}
