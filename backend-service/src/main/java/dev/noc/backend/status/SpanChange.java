package dev.noc.backend.status;

import dev.noc.backend.result.Series;
import dev.noc.backend.target.Expectation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What rounds change of the spans of a series.
 *
 * @param gone those that were not so
 * @param begun those that are new, in the order of their decisions
 */
record SpanChange(Series series, List<Span> gone, List<Span> begun) {

    /** Returns what turns some spans into others. What is in both is left alone. */
    static SpanChange between(Series series, List<Span> before, List<Span> after) {
        var gone = new ArrayList<>(before);
        gone.removeAll(after);
        var begun = new ArrayList<>(after);
        begun.removeAll(before);
        return new SpanChange(series, gone, begun);
    }

    boolean isEmpty() {
        return gone.isEmpty() && begun.isEmpty();
    }

    /** Returns from when on the past is another one. */
    Instant from() {
        return Stream.concat(gone.stream(), begun.stream())
                .map(Span::start)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** Returns whether it tells something of now: rounds that are still current settled it. */
    boolean isLive(Instant now, Expectation expected) {
        return !begun.isEmpty()
                && !now.isAfter(StatusRules.staleFrom(begun.getLast().decided(), expected));
    }
}
