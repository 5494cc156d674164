package dev.noc.backend.result;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people read of a round. Null where there is nothing to tell it from.
 *
 * @param latencyMillis the median round-trip time; of an even number of samples the upper of the two in the middle, so
 *     that it is a time that was measured
 * @param lossPercent samples without an answer
 * @param jitterMillis the mean absolute difference of consecutive samples; pairs with a loss between them do not count
 */
public record RoundFigures(
        @Nullable Double latencyMillis,
        @Nullable Double lossPercent,
        @Nullable Double jitterMillis) {

    private static final double MICROS_PER_MILLI = 1_000;

    public static RoundFigures of(Round round) {
        var samples = round.rttMillis();
        return new RoundFigures(median(samples), lossPercent(round), jitter(samples));
    }

    /** Returns the latency alone, which each round that comes is judged by. */
    public static @Nullable Double median(List<@Nullable Double> samples) {
        double[] sorted = new double[samples.size()];
        int answered = 0;
        for (var sample : samples) {
            if (sample != null) {
                sorted[answered++] = sample;
            }
        }
        Arrays.sort(sorted, 0, answered);
        return answered == 0 ? null : roundToMicros(sorted[answered / 2]);
    }

    private static @Nullable Double lossPercent(Round round) {
        return round.measured() && round.sent() > 0 ? 100.0 * round.lost() / round.sent() : null;
    }

    private static @Nullable Double jitter(List<@Nullable Double> samples) {
        double sum = 0;
        int pairs = 0;
        for (int i = 1; i < samples.size(); i++) {
            var before = samples.get(i - 1);
            var after = samples.get(i);
            if (before != null && after != null) {
                sum += Math.abs(after - before);
                pairs++;
            }
        }
        return pairs == 0 ? null : roundToMicros(sum / pairs);
    }

    private static double roundToMicros(double millis) {
        return Math.round(millis * MICROS_PER_MILLI) / MICROS_PER_MILLI;
    }
}
