package dev.noc.backend.target;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Prometheus is shown of a web server's answer. */
final class HttpGauges {

    private static final double MILLIS_PER_SECOND = 1_000;

    private HttpGauges() {}

    static List<CheckGauge> of(Map<String, Object> attributes) {
        return Stream.of(
                        phase("resolve", attributes.get("resolveMillis")),
                        phase("connect", attributes.get("connectMillis")),
                        phase("tls", attributes.get("tlsMillis")),
                        phase("first_byte", attributes.get("firstByteMillis")),
                        tlsExpiry(attributes.get("tlsExpiry")))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<CheckGauge> phase(String phase, @Nullable Object attribute) {
        return attribute instanceof Number millis
                ? Optional.of(new CheckGauge(
                        "noc_http_phase_seconds",
                        "How long each part of the newest request took, redirects included",
                        Map.of("phase", phase),
                        millis.doubleValue() / MILLIS_PER_SECOND))
                : Optional.empty();
    }

    private static Optional<CheckGauge> tlsExpiry(@Nullable Object attribute) {
        try {
            var expiry = Instant.parse(String.valueOf(attribute));
            return Optional.of(new CheckGauge(
                    "noc_tls_certificate_expiry_timestamp_seconds",
                    "When the first certificate expires of the chain that the server sent, in seconds since 1970",
                    Map.of(),
                    expiry.getEpochSecond()));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // not over TLS
        }
    }
}
