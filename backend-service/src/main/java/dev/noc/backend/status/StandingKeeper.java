package dev.noc.backend.status;

import static java.util.stream.Collectors.groupingBy;

import dev.noc.backend.result.ResultsRecorded;
import dev.noc.backend.result.Round;
import dev.noc.backend.target.Targets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries the standings forward, in the transaction that stores the rounds: the two never disagree. */
@Component
class StandingKeeper {

    private final Targets targets;
    private final StandingStore standings;

    StandingKeeper(Targets targets, StandingStore standings) {
        this.targets = targets;
        this.standings = standings;
    }

    @EventListener
    void on(ResultsRecorded event) {
        var intervals = targets.intervals();
        event.rounds().stream()
                .collect(groupingBy(Round::probe))
                .forEach((probe, rounds) -> advance(probe, rounds, intervals));
    }

    /** All of a probe at once: a report of a thousand targets is two statements, not two thousand. */
    private void advance(String probe, List<Round> rounds, Map<String, Duration> intervals) {
        var byTarget = standings.find(
                probe, rounds.stream().map(Round::targetId).distinct().toList());
        for (var round : rounds) {
            var interval = intervals.getOrDefault(round.targetId(), Duration.ZERO);
            byTarget.put(round.targetId(), StatusRules.next(byTarget.get(round.targetId()), round, interval));
        }
        standings.save(byTarget.values());
    }
}
