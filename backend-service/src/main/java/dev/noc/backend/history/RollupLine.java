package dev.noc.backend.history;

import dev.noc.backend.result.Series;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A roll-up as it is exported. */
record RollupLine(
        String target,
        String probe,
        Instant start,
        long bucketMillis,
        long rounds,
        long unmeasured,
        long sent,
        long lost,
        long late,
        long duplicates,
        @Nullable Double lossPercent,
        @Nullable Double minMillis,
        @Nullable Double medianMillis,
        @Nullable Double p95Millis,
        @Nullable Double p99Millis,
        @Nullable Double meanMillis,
        @Nullable Double maxMillis) {

    static RollupLine of(Series series, Rollup rollup) {
        var sum = new Tally();
        sum.add(rollup);
        return new RollupLine(
                series.targetId(),
                series.probe(),
                rollup.start(),
                rollup.width().millis(),
                sum.rounds(),
                sum.unmeasured(),
                sum.sent(),
                sum.lost(),
                sum.late(),
                sum.duplicates(),
                sum.lossPercent(),
                sum.minMillis(),
                sum.quantileMillis(0.5),
                sum.quantileMillis(0.95),
                sum.quantileMillis(0.99),
                sum.meanMillis(),
                sum.maxMillis());
    }
}
