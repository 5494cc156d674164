package dev.noc.backend.status;

import dev.noc.backend.target.Target;
import java.time.Clock;
import java.util.List;
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

    /** Returns the status of each of these targets, in their order; equal to what was returned before where nothing changed. */
    public List<TargetStatus> of(List<Target> targets) {
        loader.refresh();
        var now = clock.instant();
        return targets.stream()
                .map(target -> standings.of(target.id()).status(target, now))
                .toList();
    }

    /** Returns the status of one target. */
    public TargetStatus of(Target target) {
        return of(List.of(target)).getFirst();
    }
}
