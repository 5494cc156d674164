package dev.noc.backend.question;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from its first moment
 * @param to the moment after its last, later than {@code from}
 */
public record TimeRange(Instant from, Instant to) {

    public Duration length() {
        return Duration.between(from, to);
    }
}
