package dev.noc.backend.history;

import static java.util.stream.Collectors.groupingBy;

import dev.noc.backend.history.DueStore.Minute;
import dev.noc.backend.result.ResultsRecorded;
import dev.noc.backend.result.Round;
import dev.noc.backend.result.Series;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Notes, in the transaction that stores the rounds, which roll-ups they come too late for. Rounds that come in order
 * cost one read for all of them.
 */
@Component
class LateResults {

    private final ProgressStore progress;
    private final DueStore due;
    private final Horizons horizons;
    private final Stragglers stragglers;
    private final RollupLock lock;

    LateResults(ProgressStore progress, DueStore due, Horizons horizons, Stragglers stragglers, RollupLock lock) {
        this.progress = progress;
        this.due = due;
        this.horizons = horizons;
        this.stragglers = stragglers;
        this.lock = lock;
    }

    /** Before other listeners: nobody else's rows are held while this waits for a chore. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ResultsRecorded event) {
        lock.share();
        var built = progress.built(
                event.bySeries().keySet().stream().map(Series::id).toList());
        var horizon = horizons.of(Resolution.RAW);
        var minutes = new LinkedHashSet<Minute>();
        event.bySeries().forEach((series, rounds) -> {
            long id = series.id();
            var until = latest(built.getOrDefault(id, Instant.EPOCH), horizon);
            if (rounds.getFirst().time().isBefore(until)) {
                var late = rounds.stream()
                        .filter(round -> round.time().isBefore(until))
                        .toList();
                Map<Boolean, List<Round>> byKept =
                        late.stream().collect(groupingBy(round -> !round.time().isBefore(horizon)));
                byKept.getOrDefault(true, List.of())
                        .forEach(round -> minutes.add(new Minute(id, Resolution.MINUTE.floor(round.time()))));
                addStragglers(id, byKept.getOrDefault(false, List.of()), until);
            }
        });
        if (!minutes.isEmpty()) {
            due.add(minutes);
        }
    }

    /** A series that is new is built up to the horizon from now on: there is nothing below it to build from. */
    private void addStragglers(long seriesId, List<Round> rounds, Instant built) {
        if (!rounds.isEmpty()) {
            progress.save(Map.of(seriesId, built));
            stragglers.add(seriesId, rounds, built);
        }
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
