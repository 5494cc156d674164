package dev.noc.backend.history;

import dev.noc.backend.result.Round;
import java.time.Instant;
import java.util.List;

/**
 * Minutes of a series that are to be built.
 *
 * @param from where the first minute begins
 * @param to where the last one ends
 * @param built up to when the series is built once this is done; not before {@code to}
 * @param rounds every round between {@code from} and {@code to}
 */
record Span(long seriesId, Instant from, Instant to, Instant built, List<Round> rounds) {

    /** Returns the whole buckets that these minutes are in, as far as they are over. */
    Stretch buckets(Resolution width) {
        var end = width.ceil(to);
        var over = width.floor(built);
        return new Stretch(seriesId, width.floor(from), end.isBefore(over) ? end : over);
    }
}
