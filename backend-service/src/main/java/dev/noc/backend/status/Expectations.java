package dev.noc.backend.status;

import dev.noc.backend.target.Expectation;
import dev.noc.backend.target.TargetChanged;
import dev.noc.backend.target.TargetDeleted;
import dev.noc.backend.target.Targets;
import dev.noc.backend.target.Thresholds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What each target's rounds are judged by, without a look into the database for each report. */
@Component
class Expectations {

    /** Another backend may have changed a target. */
    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(10);

    /** For a target that is gone while its last rounds are judged. */
    private static final Expectation ANY = new Expectation(Duration.ofSeconds(10), Thresholds.DEFAULT);

    private final Targets targets;
    private final Clock clock;
    private volatile @Nullable Reading newest;

    Expectations(Targets targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    Expectation of(String targetId) {
        @Nullable Expectation known = all().get(targetId);
        return known == null ? ANY : known;
    }

    private Map<String, Expectation> all() {
        var reading = newest;
        var now = clock.instant();
        if (reading == null || now.isAfter(reading.time.plus(READ_AGAIN_AFTER))) {
            reading = new Reading(now, targets.expectations());
            newest = reading;
        }
        return reading.byTarget;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(TargetChanged event) {
        newest = null;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(TargetDeleted event) {
        newest = null;
    }

    private record Reading(Instant time, Map<String, Expectation> byTarget) {}
}
