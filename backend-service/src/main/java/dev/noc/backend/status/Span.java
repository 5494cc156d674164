package dev.noc.backend.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A status that a series had from a time on, until the next span begins.
 *
 * @param start when it began: for DOWN the first round without an answer
 * @param decided when it was clear: the round that settled it, or when a result was overdue. Spans of a series differ in it
 * @param eraStart from when on rounds count together: what was before the last DOWN or UNKNOWN says nothing any more
 * @param cause why, in words; null for UP
 * @param before the newest round before it; null where there is none, or none that belongs to it
 * @param first the round that it began with; null when it began with none
 */
record Span(
        Instant start,
        Instant decided,
        Instant eraStart,
        Status status,
        @Nullable String cause,
        @Nullable Evidence before,
        @Nullable Evidence first) {

    boolean isBad() {
        return status == Status.DEGRADED || status == Status.DOWN;
    }

    /**
     * Leaves out those that a later decision covers: what was UP at nine is DOWN since nine once the second silent round
     * is there. Expects and returns them in the order of decisions, which is then that of their starts, too.
     */
    static List<Span> inForce(List<Span> decided) {
        var inForce = new ArrayList<Span>();
        for (var span : decided) {
            while (!inForce.isEmpty() && !inForce.getLast().start().isBefore(span.start())) {
                inForce.removeLast();
            }
            inForce.add(span);
        }
        return inForce;
    }
}
