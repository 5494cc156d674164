package dev.noc.backend.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of time in which every probe's status of a target stayed as it was.
 *
 * @param end when it ended; for the last one, until when it is looked at
 * @param status what the probes conclude together
 * @param voices what each of them says; none where nobody looked yet
 */
record Stretch(Instant start, Instant end, Status status, List<Voice> voices) {

    boolean isBad() {
        return status == Status.DEGRADED || status == Status.DOWN;
    }

    Duration length() {
        return Duration.between(start, end);
    }

    /** Returns the voice that tipped the scale: of those that say what all conclude, the one that said it last. */
    Optional<Voice> decisive() {
        return voices.stream()
                .filter(voice -> voice.span().status() == status)
                .max(Comparator.comparing((Voice voice) -> voice.span().start()).thenComparing(Voice::probe));
    }

    /** What one probe says of the target. */
    record Voice(String probe, Span span) {

        boolean isBad() {
            return span.isBad();
        }
    }
}
