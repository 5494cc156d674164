package dev.noc.backend.result;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The samples of one series, counted by how long they took. */
final class SampleCounts {

    private static final double MILLIS_PER_SECOND = 1_000;

    /** Upper bounds: from a wire in the same rack over a satellite to a page that nobody waits for. */
    private static final double[] BOUNDS_MILLIS = {
        0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1_000, 2_000, 5_000, 10_000
    };

    private static final double[] BOUNDS_SECONDS = boundsInSeconds();

    /** How many of the samples are in each bucket and in none before it; one more than there are bounds. */
    private final long[] buckets = new long[BOUNDS_MILLIS.length + 1];

    private double sumMillis;
    private long sent;
    private long lost;

    synchronized void add(List<Round> rounds) {
        for (var round : rounds) {
            if (round.measured()) {
                round.rttMillis().forEach(this::add);
            }
        }
    }

    private void add(@Nullable Double millis) {
        sent++;
        if (millis == null) {
            lost++;
        } else {
            buckets[bucket(millis)]++;
            sumMillis += millis;
        }
    }

    synchronized Snapshot snapshot() {
        var counts = Arrays.stream(buckets).boxed().toArray(Number[]::new);
        return new Snapshot(ClassicHistogramBuckets.of(BOUNDS_SECONDS, counts), sumMillis, sent, lost);
    }

    /** Returns the first whose bound is not below it. */
    private static int bucket(double millis) {
        int found = Arrays.binarySearch(BOUNDS_MILLIS, millis);
        return found < 0 ? -found - 1 : found;
    }

    /** A bound in seconds is the double nearest to it as it is written, which a division gives and a multiplication does not. */
    private static double[] boundsInSeconds() {
        double[] seconds = new double[BOUNDS_MILLIS.length + 1];
        for (int i = 0; i < BOUNDS_MILLIS.length; i++) {
            seconds[i] = BOUNDS_MILLIS[i] / MILLIS_PER_SECOND;
        }
        seconds[BOUNDS_MILLIS.length] = Double.POSITIVE_INFINITY;
        return seconds;
    }

    /** What was counted up to a moment. */
    record Snapshot(ClassicHistogramBuckets buckets, double sumMillis, long sent, long lost) {

        HistogramDataPointSnapshot rtt(Labels labels) {
            return HistogramDataPointSnapshot.builder()
                    .classicHistogramBuckets(buckets)
                    .sum(sumMillis / MILLIS_PER_SECOND)
                    .labels(labels)
                    .build();
        }
    }
}
