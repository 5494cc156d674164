package dev.noc.backend.status;

import dev.noc.backend.result.Round;
import dev.noc.backend.result.Series;
import dev.noc.backend.target.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers how the targets are now, from memory. */
@Service
public class Statuses {

    private final Standings standings;
    private final StandingLoader loader;
    private final Clock clock;

    Statuses(Standings standings, StandingLoader loader, Clock clock) {
        this.standings = standings;
        this.loader = loader;
        this.clock = clock;
    }

    /** Returns the status of each of these targets, in their order. */
    public Map<Target, TargetStatus> of(List<Target> targets) {
        loader.refresh();
        var now = clock.instant();
        var statuses = new LinkedHashMap<Target, TargetStatus>();
        targets.forEach(target -> statuses.put(target, of(target, now)));
        return statuses;
    }

    /** Returns the status of one target. */
    public TargetStatus of(Target target) {
        loader.refresh();
        return of(target, clock.instant());
    }

    private TargetStatus of(Target target, Instant now) {
        var voices = standings.ofTarget(target.id()).entrySet().stream()
                .map(known -> Voice.of(known.getKey(), known.getValue(), target, now))
                .sorted(Comparator.comparing(Voice::lastTime).thenComparing(Voice::probe))
                .toList();
        var status = Verdict.of(voices.stream().map(Voice::status).toList());
        var speaking = voices.reversed().stream()
                .filter(voice -> voice.status() == status)
                .findFirst();
        return speaking.map(voice -> describe(target, voice, voices)).orElse(TargetStatus.NO_RESULT);
    }

    private static TargetStatus describe(Target target, Voice speaking, List<Voice> voices) {
        return new TargetStatus(
                speaking.status(),
                speaking.standing().span().start(),
                speaking.round(),
                StatusMessage.of(target, speaking.standing(), speaking.round()),
                views(voices));
    }

    /** Only where several can tell: then people want to know who says what. */
    private static List<ProbeStatus> views(List<Voice> voices) {
        var telling = voices.stream()
                .filter(voice -> voice.status() != Status.UNKNOWN)
                .sorted(Comparator.comparing(Voice::probe))
                .map(voice -> new ProbeStatus(
                        voice.probe(), voice.status(), voice.standing().span().start(), voice.lastTime()))
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
    }
}
