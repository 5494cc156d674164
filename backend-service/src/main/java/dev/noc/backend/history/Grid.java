package dev.noc.backend.history;

import dev.noc.backend.question.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;

/**
 * Equal buckets that cover a range of time, and what they are filled from.
 *
 * @param start of the first bucket, a multiple of {@code step} since 1970
 * @param step milliseconds, a multiple of the source's
 * @param count of buckets
 */
record Grid(Instant start, long step, int count, Resolution source) {

    /** No answer holds more buckets. */
    static final int MAX_POINTS = 2_000;

    /** Widths that people count in. */
    private static final long[] STEPS = LongStream.concat(
                    LongStream.concat(
                            LongStream.of(1, 2, 5, 10, 15, 20, 30).map(seconds -> seconds * 1_000),
                            LongStream.of(1, 2, 5, 10, 20, 30).map(minutes -> minutes * 60_000)),
                    LongStream.concat(
                            LongStream.of(1, 2, 3, 6, 12).map(hours -> hours * 3_600_000),
                            LongStream.of(1, 2, 3, 5, 7, 10, 14, 30, 60, 90, 180, 365, 1_000, 4_000)
                                    .map(days -> days * Duration.ofDays(1).toMillis())))
            .toArray();

    /**
     * Returns the finest grid of so many buckets at most.
     *
     * @param points 1 to {@value #MAX_POINTS}; one or two buckets more where the range begins within one
     * @param finest what is still there of all the range
     */
    static Grid over(TimeRange range, int points, Resolution finest) {
        long length = range.length().toMillis();
        for (long step : STEPS) {
            var source = sourceOf(step);
            if (source.compareTo(finest) >= 0 && Math.ceilDiv(length, step) <= points) {
                var grid = covering(range, step, source);
                if (grid.count <= MAX_POINTS) {
                    return grid;
                }
            }
        }
        throw new IllegalArgumentException("%s is too long".formatted(range));
    }

    private static Grid covering(TimeRange range, long step, Resolution source) {
        long first = Math.floorDiv(range.from().toEpochMilli(), step);
        long end = Math.ceilDiv(range.to().toEpochMilli(), step);
        return new Grid(Instant.ofEpochMilli(first * step), step, (int) (end - first), source);
    }

    private static Resolution sourceOf(long step) {
        var source = Resolution.RAW;
        for (var coarser : Resolution.ROLLED_UP) {
            if (step % coarser.millis() == 0) {
                source = coarser;
            }
        }
        return source;
    }

    Instant end() {
        return startOf(count);
    }

    Instant startOf(int index) {
        return start.plusMillis(index * step);
    }

    int indexOf(Instant time) {
        return (int) ((time.toEpochMilli() - start.toEpochMilli()) / step);
    }
}
