package dev.noc.backend.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When in the week a target is slow or lossy: seven rows from Monday on, each of 24 hours. Null stands where nothing is.
 *
 * @param zone whose days and hours these are
 */
record HeatmapView(
        Instant from,
        Instant to,
        String zone,
        List<List<@Nullable Long>> rounds,
        List<List<@Nullable Double>> lossPercent,
        List<List<@Nullable Double>> medianMillis) {

    static HeatmapView of(Instant from, Instant to, String zone, List<List<Tally>> week) {
        return new HeatmapView(
                from,
                to,
                zone,
                rows(week, Tally::rounds),
                rows(week, Tally::lossPercent),
                rows(week, sum -> sum.quantileMillis(0.5)));
    }

    private static <T> List<List<@Nullable T>> rows(List<List<Tally>> week, Function<Tally, @Nullable T> figure) {
        List<List<@Nullable T>> rows = new ArrayList<>();
        for (var day : week) {
            var row = new ArrayList<@Nullable T>();
            for (var sum : day) {
                row.add(sum.rounds() == 0 ? null : figure.apply(sum));
            }
            rows.add(Collections.unmodifiableList(row));
        }
        return rows;
    }
}
