package dev.noc.backend.target;

import org.jspecify.annotations.Nullable;

/**
 * From when on a target counts as DOWN, UP again or DEGRADED.
 *
 * @param downAfterRounds so many rounds in a row without an answer are DOWN
 * @param upAfterRounds so many answered rounds in a row are UP again after DOWN
 * @param degradedLossPercent so much loss over the last rounds together is DEGRADED
 * @param latencyLimitMillis a median above it is DEGRADED; null: none is
 */
public record Thresholds(
        int downAfterRounds,
        int upAfterRounds,
        int degradedLossPercent,
        @Nullable Double latencyLimitMillis) {

    /** What holds for a target that says nothing. */
    public static final Thresholds DEFAULT = new Thresholds(2, 2, 20, null);

    static Thresholds of(
            @Nullable Integer downAfterRounds,
            @Nullable Integer upAfterRounds,
            @Nullable Integer degradedLossPercent,
            @Nullable Double latencyLimitMillis) {
        return new Thresholds(
                downAfterRounds == null ? DEFAULT.downAfterRounds : downAfterRounds,
                upAfterRounds == null ? DEFAULT.upAfterRounds : upAfterRounds,
                degradedLossPercent == null ? DEFAULT.degradedLossPercent : degradedLossPercent,
                latencyLimitMillis);
    }
}
