package dev.noc.backend.dashboard;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** All meters in one of Prometheus' text formats. */
@Component
class Exposition {

    private static final MediaType OPEN_METRICS =
            MediaType.parseMediaType("application/openmetrics-text;version=1.0.0;charset=utf-8");
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");

    private final PrometheusMeterRegistry meters;

    Exposition(PrometheusMeterRegistry meters) {
        this.meters = meters;
    }

    /** Returns the format that an {@code Accept} header names; none for a browser or curl, which take anything. */
    static Optional<MediaType> wantedBy(List<MediaType> accepted) {
        if (accepted.stream().anyMatch(OPEN_METRICS::equalsTypeAndSubtype)) {
            return Optional.of(OPEN_METRICS);
        }
        return accepted.stream().anyMatch(TEXT::equalsTypeAndSubtype) ? Optional.of(TEXT) : Optional.empty();
    }

    String write(MediaType format) {
        return meters.scrape(format.toString());
    }
}
