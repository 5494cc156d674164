package dev.noc.backend.status;

import dev.noc.backend.status.Incident.Proof;
import dev.noc.backend.status.Incident.Votes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident as the API shows it.
 *
 * @param durationMillis null while it goes on
 */
public record IncidentView(
        long id,
        String target,
        boolean open,
        Instant start,
        @Nullable Instant end,
        @Nullable Long durationMillis,
        Status worst,
        String cause,
        int changes,
        boolean flapping,
        Proof proof,
        Votes probes) {

    /** Returns what the API shows of an incident. */
    public static IncidentView of(Incident incident) {
        var end = incident.end();
        return new IncidentView(
                incident.id(),
                incident.targetId(),
                incident.isOpen(),
                incident.start(),
                end,
                end == null
                        ? null
                        : Long.valueOf(Duration.between(incident.start(), end).toMillis()),
                incident.worst(),
                incident.cause(),
                incident.changes(),
                incident.flapping(),
                incident.proof(),
                incident.votes());
    }
}
