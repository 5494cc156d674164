package dev.noc.backend.status;

import dev.noc.backend.result.Series;
import dev.noc.backend.target.Expectation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is kept of a story, without ids and names. */
record Told(Map<String, List<Span>> spans, List<Incident> incidents, Availability availability) {

    static Told of(Oracle oracle, Instant begin) {
        var bySeries = new HashMap<Series, List<Span>>();
        oracle.decided.forEach((probe, own) -> bySeries.put(new Series(probe.hashCode(), "s", probe), own));
        var stretches = Timeline.of(bySeries, begin, oracle.now);
        var incidents = IncidentRules.of("story", stretches, oracle.expected);
        return new Told(plain(oracle.decided), incidents, Availability.of(begin, oracle.now, stretches, incidents));
    }

    /** From when on rounds count together depends on what was late; that it makes no difference is what is tested. */
    static Map<String, List<Span>> plain(Map<String, List<Span>> decided) {
        var plain = new TreeMap<String, List<Span>>();
        decided.forEach((probe, own) -> plain.put(
                probe,
                own.stream()
                        .map(span -> new Span(
                                span.start(),
                                span.decided(),
                                Instant.EPOCH,
                                span.status(),
                                span.cause(),
                                span.before(),
                                span.first()))
                        .toList()));
        return plain;
    }

    static Incident plain(Incident incident) {
        return new Incident(
                0,
                "story",
                incident.start(),
                incident.end(),
                incident.worst(),
                incident.cause(),
                incident.changes(),
                incident.flapping(),
                incident.proof(),
                incident.votes());
    }

    /** What the rules alone make of a story. */
    record Oracle(Map<String, List<Span>> decided, Expectation expected, Instant now) {}
}
