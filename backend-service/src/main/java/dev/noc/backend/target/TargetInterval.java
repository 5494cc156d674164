package dev.noc.backend.target;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is read of a target for each report, instead of all of it. */
record TargetInterval(String id, @Nullable Long intervalMillis) {

    Duration or(Duration defaultInterval) {
        return intervalMillis == null ? defaultInterval : Duration.ofMillis(intervalMillis);
    }
}
