package dev.noc.backend.history;

import static java.util.stream.Collectors.groupingBy;

import dev.noc.backend.result.Round;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Rounds that come when those of their time are forgotten. Their buckets cannot be built anew, so they are added to
 * them, once.
 */
@Component
class Stragglers {

    /** How long a round is known that was added: nobody sends one again that was answered so long ago. */
    private static final Duration KNOWN_FOR = Duration.ofDays(90);

    private final StragglerStore known;
    private final RollupStore rollups;
    private final Horizons horizons;
    private final Clock clock;

    Stragglers(StragglerStore known, RollupStore rollups, Horizons horizons, Clock clock) {
        this.known = known;
        this.rollups = rollups;
        this.horizons = horizons;
        this.clock = clock;
    }

    /** Adds these to every bucket that is built and still kept. */
    void add(long seriesId, List<Round> rounds, Instant built) {
        if (rounds.isEmpty()) {
            return;
        }
        var added = known.note(seriesId, rounds, clock.instant());
        for (var width : Resolution.ROLLED_UP) {
            var from = width.ceil(horizons.of(width));
            var to = width.floor(built);
            Map<Instant, List<Round>> buckets = added.stream().collect(groupingBy(round -> width.floor(round.time())));
            rollups.save(buckets.entrySet().stream()
                    .filter(bucket ->
                            !bucket.getKey().isBefore(from) && bucket.getKey().isBefore(to))
                    .map(bucket -> sum(seriesId, width, bucket.getKey(), bucket.getValue()))
                    .toList());
        }
    }

    private Rollup sum(long seriesId, Resolution width, Instant start, List<Round> rounds) {
        var tally = new Tally();
        rollups.find(seriesId, width, start).ifPresent(tally::add);
        rounds.forEach(tally::add);
        return tally.toRollup(seriesId, width, start);
    }

    void forget() {
        known.forget(clock.instant().minus(KNOWN_FOR));
    }
}
