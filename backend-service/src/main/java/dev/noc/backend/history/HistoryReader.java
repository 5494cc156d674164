package dev.noc.backend.history;

import dev.noc.backend.result.Rounds;
import dev.noc.backend.result.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Sums up what is stored, in the longest buckets that serve; what is not rolled up yet comes from what is below. */
@Component
class HistoryReader {

    private final Rounds rounds;
    private final RollupStore rollups;
    private final ProgressStore progress;

    HistoryReader(Rounds rounds, RollupStore rollups, ProgressStore progress) {
        this.rounds = rounds;
        this.rollups = rollups;
        this.progress = progress;
    }

    /** Returns the sum of each bucket of a grid, over all of these series. */
    List<Tally> read(List<Series> series, Grid grid) {
        List<Tally> sums = new ArrayList<>(Stream.generate((Supplier<Tally>) Tally::new)
                .limit(grid.count())
                .toList());
        for (var some : series) {
            each(some, grid.start(), grid.end(), grid.source(), (time, add) -> add.to(sums.get(grid.indexOf(time))));
        }
        return sums;
    }

    /**
     * Reads a series from a time on and before another, both multiples of the source's width.
     *
     * @param reader takes when something began, and what adds it to a sum
     */
    void each(Series series, Instant from, Instant to, Resolution source, BiConsumer<Instant, Addend> reader) {
        var built = progress.built(series.id());
        var start = from;
        for (var width = source; width != Resolution.RAW; width = width.finer()) {
            var rolledUp = width.floor(built);
            var end = rolledUp.isBefore(to) ? rolledUp : to;
            if (start.isBefore(end)) {
                rollups.each(
                        width,
                        new Stretch(series.id(), start, end),
                        rollup -> reader.accept(rollup.start(), tally -> tally.add(rollup)));
                start = end;
            }
        }
        if (start.isBefore(to)) {
            rounds.each(series, start, to, round -> reader.accept(round.time(), tally -> tally.add(round)));
        }
    }

    /** A round or a roll-up, as a part of a sum. */
    @FunctionalInterface
    interface Addend {

        void to(Tally sum);
    }
}
