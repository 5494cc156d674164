package dev.noc.backend.status;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.noc.backend.result.ResultsRecorded;
import dev.noc.backend.result.Round;
import dev.noc.backend.target.Target;
import dev.noc.backend.target.Targets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        var intervals = targets.all().stream().collect(toMap(Target::id, Target::interval));
        event.rounds().stream()
                .collect(groupingBy(round -> new Key(round.targetId(), round.probe())))
                .forEach((key, rounds) -> advance(key, rounds, intervals.getOrDefault(key.targetId(), Duration.ZERO)));
    }

    private void advance(Key key, List<Round> rounds, Duration interval) {
        @Nullable
        Standing standing = standings.find(key.targetId(), key.probe()).orElse(null);
        for (var round : rounds) {
            standing = StatusRules.next(standing, round, interval);
        }
        if (standing != null) {
            standings.save(standing);
        }
    }

    private record Key(String targetId, String probe) {}
}
