package dev.noc.backend.status;

import static java.util.stream.Collectors.groupingBy;

import dev.noc.backend.result.Rounds;
import dev.noc.backend.target.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        var byTarget = standings.findAll().stream().collect(groupingBy(Standing::targetId));
        var statuses = new LinkedHashMap<Target, TargetStatus>();
        for (var target : targets) {
            statuses.put(target, conclude(target, byTarget.getOrDefault(target.id(), List.of()), now));
        }
        return statuses;
    }

    private TargetStatus conclude(Target target, List<Standing> seen, Instant now) {
        var current = seen.stream()
                .map(standing -> StatusRules.at(standing, now, target.interval()))
                .toList();
        return Verdict.of(current).map(this::describe).orElse(TargetStatus.NO_RESULT);
    }

    private TargetStatus describe(Standing standing) {
        return rounds.find(standing.targetId(), standing.probe(), standing.lastTime())
                .map(last ->
                        new TargetStatus(standing.status(), standing.since(), last, StatusMessage.of(standing, last)))
                .orElse(TargetStatus.NO_RESULT);
    }
}
