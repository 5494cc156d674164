package dev.noc.backend.status;

import static java.util.stream.Collectors.groupingBy;

import dev.noc.backend.result.Round;
import dev.noc.backend.result.Rounds;
import dev.noc.backend.target.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers how the targets are now. */
@Service
public class Statuses {

    private final StandingStore standings;
    private final Rounds rounds;
    private final Clock clock;

    Statuses(StandingStore standings, Rounds rounds, Clock clock) {
        this.standings = standings;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Returns the status of each of these targets, in their order. */
    public Map<Target, TargetStatus> of(List<Target> targets) {
        var now = clock.instant();
        var seen = standings.findAll().stream().collect(groupingBy(Standing::targetId));
        var speaking = new LinkedHashMap<Target, Optional<Standing>>();
        for (var target : targets) {
            speaking.put(target, conclude(target, seen.getOrDefault(target.id(), List.of()), now));
        }
        return describe(speaking);
    }

    private static Optional<Standing> conclude(Target target, List<Standing> seen, Instant now) {
        return Verdict.of(seen.stream()
                .map(standing -> StatusRules.at(standing, now, target.interval()))
                .toList());
    }

    /** Reads the newest rounds of all of them at once. */
    private Map<Target, TargetStatus> describe(Map<Target, Optional<Standing>> speaking) {
        var newest = rounds.find(speaking.values().stream()
                .flatMap(Optional::stream)
                .map(Standing::newestRound)
                .toList());
        var statuses = new LinkedHashMap<Target, TargetStatus>();
        speaking.forEach((target, standing) -> statuses.put(
                target,
                standing.map(known -> describe(target, known, newest.get(known.newestRound())))
                        .orElse(TargetStatus.NO_RESULT)));
        return statuses;
    }

    private static TargetStatus describe(Target target, Standing standing, @Nullable Round last) {
        return last == null
                ? TargetStatus.NO_RESULT
                : new TargetStatus(
                        standing.status(), standing.since(), last, StatusMessage.of(target.check(), standing, last));
    }
}
