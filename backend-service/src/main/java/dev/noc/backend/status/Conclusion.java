package dev.noc.backend.status;

import static java.util.Comparator.comparing;

import dev.noc.backend.result.Round;
import dev.noc.backend.result.Series;
import dev.noc.backend.target.Expectation;
import dev.noc.backend.target.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

    private static final Comparator<Voice> ORDER = comparing(Voice::lastTime).thenComparing(Voice::probe);

    /** @param standings one at least */
    static Conclusion of(Target target, Map<Series, Known> standings, Instant now) {
        var expected = target.expectation();
        var voices = new ArrayList<Voice>(standings.size());
        var until = Instant.MAX;
        for (var known : standings.entrySet()) {
            var voice = Voice.of(known.getKey(), known.getValue(), expected, now);
            voices.add(voice);
            var staleFrom = StatusRules.staleFrom(voice.lastTime(), expected);
            if (!now.isAfter(staleFrom) && staleFrom.isBefore(until)) {
                until = staleFrom;
            }
        }
        voices.sort(ORDER);
        return new Conclusion(status(target, voices), now, until);
    }

    /** Returns whether it would be concluded again. A clock that was set back may find a result in time after all. */
    boolean holds(Target target, Instant now) {
        return status.target().equals(target) && !now.isBefore(from) && !now.isAfter(until);
    }

    /** The newest of those that find what most of them do speaks for the target. */
    private static TargetStatus status(Target target, List<Voice> voices) {
        var statuses = new ArrayList<Status>(voices.size());
        voices.forEach(voice -> statuses.add(voice.status()));
        var speaking = voices.get(statuses.lastIndexOf(Verdict.of(statuses)));
        return speaking.describe(target, views(voices));
    }

    /** Only where several can tell: then people want to know who says what. */
    private static List<ProbeStatus> views(List<Voice> voices) {
        if (voices.size() == 1) {
            return List.of();
        }
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

        static Voice of(Series series, Known known, Expectation expected, Instant now) {
            var standing = StatusRules.at(known.standing(), now, expected);
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
