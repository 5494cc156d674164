package dev.noc.backend.history;

import dev.noc.backend.result.Round;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Computes each bucket whole from what is below it: minutes from rounds, ten minutes from minutes, and so on. Building
 * one twice is the same as building it once.
 */
@Component
class RollupBuilder {

    private final RollupStore rollups;
    private final Horizons horizons;

    RollupBuilder(RollupStore rollups, Horizons horizons) {
        this.rollups = rollups;
        this.horizons = horizons;
    }

    /** Builds the minutes of these spans, and every longer bucket that one of them is in and that is over. */
    void build(List<Span> spans) {
        for (var width : Resolution.ROLLED_UP) {
            var horizon = horizons.of(width.finer());
            var stretches = spans.stream()
                    .map(span -> since(horizon, width, span.buckets(width)))
                    .toList();
            rollups.remove(
                    width,
                    stretches.stream().filter(stretch -> !stretch.isEmpty()).toList());
            var built = new ArrayList<Rollup>();
            for (int i = 0; i < spans.size(); i++) {
                if (!stretches.get(i).isEmpty()) {
                    built.addAll(build(width, stretches.get(i), spans.get(i).rounds()));
                }
            }
            rollups.save(built);
        }
    }

    private static Stretch since(Instant horizon, Resolution width, Stretch stretch) {
        var earliest = width.ceil(horizon);
        return stretch.from().isBefore(earliest) ? new Stretch(stretch.seriesId(), earliest, stretch.to()) : stretch;
    }

    private List<Rollup> build(Resolution width, Stretch stretch, List<Round> rounds) {
        var buckets = new Buckets(width);
        if (width == Resolution.MINUTE) {
            rounds.forEach(buckets::add);
        } else {
            rollups.each(width.finer(), stretch, buckets::add);
        }
        return buckets.toRollups(stretch);
    }

    /** Sums by bucket, in the order of time. */
    private static final class Buckets {

        private final Resolution width;
        private final NavigableMap<Instant, Tally> tallies = new TreeMap<>();

        Buckets(Resolution width) {
            this.width = width;
        }

        void add(Round round) {
            at(round.time()).add(round);
        }

        void add(Rollup rollup) {
            at(rollup.start()).add(rollup);
        }

        private Tally at(Instant time) {
            return tallies.computeIfAbsent(width.floor(time), start -> new Tally());
        }

        List<Rollup> toRollups(Stretch stretch) {
            return tallies.subMap(stretch.from(), stretch.to()).entrySet().stream()
                    .map(bucket -> bucket.getValue().toRollup(stretch.seriesId(), width, bucket.getKey()))
                    .toList();
        }
    }
}
