package dev.noc.backend.status;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import dev.noc.backend.result.Round;
import dev.noc.backend.result.Series;
import dev.noc.backend.target.Expectation;
import dev.noc.backend.target.Target;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is concluded of a target from the standings of its series, and for how long that holds while these stay as they are:
 * time alone makes a result overdue.
 *
 * @param from when it was concluded
 * @param until the last moment before a further result is overdue
 */
record Conclusion(TargetStatus status, Instant from, Instant until) {

    static Conclusion of(Target target, Map<Series, Known> standings, Instant now) {
        var voices = standings.entrySet().stream()
                .map(known -> Voice.of(known.getKey(), known.getValue(), target, now))
                .sorted(comparing(Voice::lastTime).thenComparing(Voice::probe))
                .toList();
        return new Conclusion(status(target, voices), now, until(standings.values(), target.expectation(), now));
    }

    /** Returns whether it would be concluded again. A clock that was set back may find a result in time after all. */
    boolean holds(Target target, Instant now) {
        return status.target().equals(target) && !now.isBefore(from) && !now.isAfter(until);
    }

    private static Instant until(Collection<Known> standings, Expectation expected, Instant now) {
        return standings.stream()
                .map(known -> StatusRules.staleFrom(known.standing().lastTime(), expected))
                .filter(staleFrom -> !now.isAfter(staleFrom))
                .min(naturalOrder())
                .orElse(Instant.MAX);
    }

    private static TargetStatus status(Target target, List<Voice> voices) {
        var status = Verdict.of(voices.stream().map(Voice::status).toList());
        return voices.reversed().stream()
                .filter(voice -> voice.status() == status)
                .findFirst()
                .map(speaking -> speaking.describe(target, views(voices)))
                .orElseGet(() -> TargetStatus.withoutResult(target));
    }

    /** Only where several can tell: then people want to know who says what. */
    private static List<ProbeStatus> views(List<Voice> voices) {
        var telling = voices.stream()
                .filter(voice -> voice.status() != Status.UNKNOWN)
                .sorted(comparing(Voice::probe))
                .map(Voice::view)
                .toList();
        return telling.size() > 1 ? telling : List.of();
    }

    /** What one probe says at this moment. */
    private record Voice(
            String probe, Standing standing, @Nullable Round round) {

        static Voice of(Series series, Known known, Target target, Instant now) {
            var standing = StatusRules.at(known.standing(), now, target.expectation());
            return new Voice(series.probe(), standing, known.round());
        }

        Status status() {
            return standing.status();
        }

        Instant lastTime() {
            return standing.lastTime();
        }

        ProbeStatus view() {
            return new ProbeStatus(probe, status(), standing.span().start(), lastTime());
        }

        TargetStatus describe(Target target, List<ProbeStatus> probes) {
            return new TargetStatus(
                    target,
                    status(),
                    standing.span().start(),
                    round,
                    StatusMessage.of(target, standing, round),
                    probes);
        }
    }
}
