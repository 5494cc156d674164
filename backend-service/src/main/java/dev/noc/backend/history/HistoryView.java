package dev.noc.backend.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** History as the API shows it: a column of each figure, with an entry for each bucket. Null stands where nothing is. */
record HistoryView(
        Instant from,
        Instant to,
        long bucketMillis,
        String resolution,
        List<Instant> start,
        List<@Nullable Long> rounds,
        List<@Nullable Long> unmeasured,
        List<@Nullable Long> sent,
        List<@Nullable Long> lost,
        List<@Nullable Long> late,
        List<@Nullable Long> duplicates,
        List<@Nullable Double> lossPercent,
        List<@Nullable Double> minMillis,
        List<@Nullable Double> medianMillis,
        List<@Nullable Double> p95Millis,
        List<@Nullable Double> p99Millis,
        List<@Nullable Double> meanMillis,
        List<@Nullable Double> maxMillis) {

    static HistoryView of(Grid grid, List<Tally> sums) {
        return new HistoryView(
                grid.start(),
                grid.end(),
                grid.step(),
                grid.source().label(),
                IntStream.range(0, grid.count()).mapToObj(grid::startOf).toList(),
                column(sums, Tally::rounds),
                column(sums, Tally::unmeasured),
                column(sums, Tally::sent),
                column(sums, Tally::lost),
                column(sums, Tally::late),
                column(sums, Tally::duplicates),
                column(sums, Tally::lossPercent),
                column(sums, Tally::minMillis),
                column(sums, sum -> sum.quantileMillis(0.5)),
                column(sums, sum -> sum.quantileMillis(0.95)),
                column(sums, sum -> sum.quantileMillis(0.99)),
                column(sums, Tally::meanMillis),
                column(sums, Tally::maxMillis));
    }

    private static <T> List<@Nullable T> column(List<Tally> sums, Function<Tally, @Nullable T> figure) {
        var column = new ArrayList<@Nullable T>(sums.size());
        for (var sum : sums) {
            column.add(sum.rounds() == 0 ? null : figure.apply(sum));
        }
        return Collections.unmodifiableList(column);
    }
}
