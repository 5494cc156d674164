package dev.noc.backend.history;

import dev.noc.backend.result.Round;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Adds rounds and roll-ups up. The order in which they come makes no difference. */
final class Tally {

    private static final double MICROS_PER_MILLI = 1_000;

    private long rounds;
    private long unmeasured;
    private long sent;
    private long received;
    private long late;
    private long duplicates;
    private long min = Long.MAX_VALUE;
    private long sum;
    private long max;
    private final Latencies latencies = new Latencies();

    void add(Round round) {
        rounds++;
        if (!round.measured()) {
            unmeasured++;
            return;
        }
        late += Math.max(0, round.late());
        duplicates += Math.max(0, round.duplicates());
        for (var millis : round.rttMillis()) {
            sent++;
            if (millis != null) {
                addReceived(Math.round(millis * MICROS_PER_MILLI));
            }
        }
    }

    private void addReceived(long micros) {
        received++;
        min = Math.min(min, micros);
        sum += micros;
        max = Math.max(max, micros);
        latencies.add(micros);
    }

    void add(Rollup rollup) {
        rounds += rollup.rounds();
        unmeasured += rollup.unmeasured();
        sent += rollup.sent();
        late += rollup.late();
        duplicates += rollup.duplicates();
        if (rollup.received() > 0) {
            received += rollup.received();
            min = Math.min(min, rollup.minMicros());
            sum += rollup.sumMicros();
            max = Math.max(max, rollup.maxMicros());
            latencies.add(rollup.latencies());
        }
    }

    Rollup toRollup(long seriesId, Resolution width, Instant start) {
        return new Rollup(
                seriesId,
                width,
                start,
                rounds,
                unmeasured,
                sent,
                received,
                late,
                duplicates,
                received == 0 ? 0 : min,
                sum,
                max,
                latencies.pack());
    }

    long rounds() {
        return rounds;
    }

    long unmeasured() {
        return unmeasured;
    }

    long sent() {
        return sent;
    }

    long lost() {
        return sent - received;
    }

    long late() {
        return late;
    }

    long duplicates() {
        return duplicates;
    }

    @Nullable
    Double lossPercent() {
        return sent == 0 ? null : Math.round(100_000.0 * lost() / sent) / 1_000.0;
    }

    @Nullable
    Double minMillis() {
        return received == 0 ? null : min / MICROS_PER_MILLI;
    }

    @Nullable
    Double meanMillis() {
        return received == 0 ? null : Math.round((double) sum / received) / MICROS_PER_MILLI;
    }

    @Nullable
    Double maxMillis() {
        return received == 0 ? null : max / MICROS_PER_MILLI;
    }

    /** Returns a quantile, which is never beyond the shortest and the longest time: those are known exactly. */
    @Nullable
    Double quantileMillis(double quantile) {
        return received == 0
                ? null
                : Math.round(Math.clamp(latencies.quantile(quantile, received), (double) min, (double) max))
                        / MICROS_PER_MILLI;
    }
}
