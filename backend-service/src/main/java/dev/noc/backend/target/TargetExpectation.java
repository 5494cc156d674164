package dev.noc.backend.target;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is read of a target to judge it, instead of all of it. Null where the default holds. */
record TargetExpectation(
        String id,
        @Nullable Long intervalMillis,
        @Nullable Integer downAfterRounds,
        @Nullable Integer upAfterRounds,
        @Nullable Integer degradedLossPercent,
        @Nullable Double latencyLimitMillis) {

    Expectation or(Duration defaultInterval) {
        return new Expectation(
                intervalMillis == null ? defaultInterval : Duration.ofMillis(intervalMillis),
                Thresholds.of(downAfterRounds, upAfterRounds, degradedLossPercent, latencyLimitMillis));
    }
}
