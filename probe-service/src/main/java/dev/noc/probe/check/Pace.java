package dev.noc.probe.check;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When the samples of a round are taken. However many are lost, the round is over after {@code (count - 1) * spacing +
 * timeout}.
 *
 * @param count how many samples
 * @param spacing time between the starts of two of them, whether the earlier one was answered or not
 * @param timeout how long each waits for its answer, counted from its own start
 */
public record Pace(int count, Duration spacing, Duration timeout) {

    private static final Duration WIDEST_SPACING = Duration.ofMillis(200);
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(500);

    /** Between the end of a round and the start of the next. */
    private static final Duration REST = Duration.ofMillis(50);

    /**
     * Returns a pace that ends a round before the next is due, unless the target asks for another.
     *
     * @param longest the time-out where there is time enough
     * @throws IllegalArgumentException when the target asks for what no check can do
     */
    public static Pace fitting(
            Duration interval,
            int count,
            @Nullable Integer spacingMillis,
            @Nullable Integer timeoutMillis,
            Duration longest) {
        var spacing = spacingMillis == null
                ? shorter(interval.dividedBy(20), WIDEST_SPACING)
                : Duration.ofMillis(Settings.within("spacingMillis", spacingMillis, 10, 10_000));
        var timeout = timeoutMillis == null
                ? timeout(interval.minus(spacing.multipliedBy(count - 1L)), longest)
                : Duration.ofMillis(Settings.within("timeoutMillis", timeoutMillis, 50, 60_000));
        return new Pace(count, spacing, timeout);
    }

    /** As long as it may be, so that a slow line is not a dead one, and yet over before the next round is due. */
    private static Duration timeout(Duration left, Duration longest) {
        var fitting = shorter(left.minus(REST), longest);
        return fitting.compareTo(SHORTEST_TIMEOUT) < 0 ? SHORTEST_TIMEOUT : fitting;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
