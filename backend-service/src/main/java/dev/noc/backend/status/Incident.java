package dev.noc.backend.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which a target was DEGRADED or DOWN. What comes back within minutes goes on.
 *
 * @param id never changes, and is never given to another incident
 * @param end when it was over; null while it goes on, and while nobody can tell whether it does
 * @param worst the worst status that the target had
 * @param cause why, in words: of the worst status, when it began
 * @param changes how often it changed between bad and good: 1 when it began, 2 when that ended, 3 when it came back
 * @param flapping whether three of these changes came within minutes
 */
public record Incident(
        long id,
        String targetId,
        Instant start,
        @Nullable Instant end,
        Status worst,
        String cause,
        int changes,
        boolean flapping,
        Proof proof,
        Votes votes) {

    /** Returns whether it goes on, as far as is known. */
    public boolean isOpen() {
        return end == null;
    }

    Incident withId(long known) {
        return new Incident(known, targetId, start, end, worst, cause, changes, flapping, proof, votes);
    }

    /**
     * The rounds that prove it, kept when the rounds themselves are forgotten. Null where there is none.
     *
     * @param lastGood the one before it began
     * @param firstBad the one that it began with
     * @param firstWorst the one that the worst status began with
     * @param lastBad the one before it was over
     * @param firstGood the one that ended it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Proof(
            @Nullable Evidence lastGood,
            @Nullable Evidence firstBad,
            @Nullable Evidence firstWorst,
            @Nullable Evidence lastBad,
            @Nullable Evidence firstGood) {}

    /**
     * Who said what, by their ids.
     *
     * @param bad probes that found the target DEGRADED or DOWN
     * @param good probes that found it UP while the others did not
     */
    public record Votes(List<String> bad, List<String> good) {}
}
