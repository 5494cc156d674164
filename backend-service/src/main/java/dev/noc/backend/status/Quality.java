package dev.noc.backend.status;

import dev.noc.backend.target.Thresholds;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How well a target answered over the rounds that count together: the last six, or while there are fewer the last alone.
 *
 * @param rounds how many these are
 * @param latencyMillis the median of their medians; null when none was answered
 */
record Quality(int rounds, int sent, int lost, @Nullable Double latencyMillis) {

    static final int ROUNDS = 6;

    static Quality of(List<Evidence> recent) {
        int rounds = recent.size() < ROUNDS ? 1 : ROUNDS;
        double[] medians = new double[rounds];
        int answered = 0;
        int sent = 0;
        int lost = 0;
        for (int i = recent.size() - rounds; i < recent.size(); i++) {
            var round = recent.get(i);
            sent += round.sent();
            lost += round.lost();
            @Nullable Double latency = round.latencyMillis();
            if (latency != null) {
                medians[answered] = latency;
                answered++;
            }
        }
        Arrays.sort(medians, 0, answered);
        return new Quality(rounds, sent, lost, answered == 0 ? null : medians[answered / 2]);
    }

    /** Returns whether this is DEGRADED. What was so before stays so until it is clearly better, or it would waver. */
    boolean isDegraded(Thresholds thresholds, boolean before) {
        return before ? !isClear(thresholds) : isLossy(thresholds) || isSlow(thresholds);
    }

    /** Returns why, for what is DEGRADED. */
    String cause(Thresholds thresholds) {
        var limit = thresholds.latencyLimitMillis();
        return limit != null && latencyMillis != null && !isLossy(thresholds) && isSlow(thresholds)
                ? String.format(Locale.ROOT, "Median %.1f ms, above the limit of %.1f ms", latencyMillis, limit)
                : lossInWords();
    }

    String lossInWords() {
        var percent = "%d %% of the samples lost".formatted(sent == 0 ? 0 : Math.round(100.0 * lost / sent));
        return rounds == 1 ? percent : percent + " in the last %d rounds".formatted(rounds);
    }

    /** One lost sample in a round of five is no news; the same over and over is. */
    private boolean isLossy(Thresholds thresholds) {
        long tolerated = (long) thresholds.degradedLossPercent() * sent;
        return lost > 0 && (rounds == 1 ? 100L * lost > tolerated : 100L * lost >= tolerated);
    }

    private boolean isSlow(Thresholds thresholds) {
        var limit = thresholds.latencyLimitMillis();
        return limit != null && latencyMillis != null && latencyMillis > limit;
    }

    /** Less than half of the loss, and nine tenths of the latency. */
    private boolean isClear(Thresholds thresholds) {
        var limit = thresholds.latencyLimitMillis();
        boolean whole = lost == 0 || 200L * lost < (long) thresholds.degradedLossPercent() * sent;
        return whole && (limit == null || latencyMillis == null || latencyMillis <= 0.9 * limit);
    }
}
