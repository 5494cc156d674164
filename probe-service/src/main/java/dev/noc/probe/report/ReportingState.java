package dev.noc.probe.report;

import dev.noc.probe.backend.Backend;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether the backend takes our reports. Logs when that changes, and only then. */
@Component
class ReportingState {

    /** Why nothing is taken, and since when. */
    record Trouble(Attempt.Verdict verdict, String reason, Instant since) {}

    private static final Logger log = LoggerFactory.getLogger(ReportingState.class);

    private final Backend backend;
    private final Clock clock;

    private volatile boolean reporting;
    private volatile @Nullable Trouble trouble;

    ReportingState(Backend backend, Clock clock, ReportMeters meters) {
        this.backend = backend;
        this.clock = clock;
        meters.gaugeReporting(this, state -> state.reporting ? 1 : 0);
    }

    @Nullable
    Trouble trouble() {
        return trouble;
    }

    /** Takes note of an attempt, before which so many results waited. */
    void note(Attempt attempt, int waiting) {
        reporting = attempt.verdict() == Attempt.Verdict.ACCEPTED;
        switch (attempt.verdict()) {
            case ACCEPTED, REPORT_REFUSED -> end(waiting);
            case TOKEN_REFUSED, AWAY -> begin(attempt);
        }
    }

    private void begin(Attempt attempt) {
        var before = trouble;
        var isNew = before == null || before.verdict() != attempt.verdict();
        trouble = new Trouble(attempt.verdict(), attempt.reason(), before == null ? clock.instant() : before.since());
        if (isNew && attempt.verdict() == Attempt.Verdict.TOKEN_REFUSED) {
            log.error(
                    "The backend at {} refuses our token ({}). Give NOC_TOKEN or NOC_TOKEN_FILE the backend's value;"
                            + " results wait until then.",
                    backend.url(),
                    attempt.reason());
        } else if (isNew) {
            log.warn(
                    "The backend at {} takes no reports ({}). Results wait here and are sent when it does.",
                    backend.url(),
                    attempt.reason());
        }
    }

    private void end(int waiting) {
        var ended = trouble;
        trouble = null;
        if (ended != null) {
            log.info(
                    "The backend takes reports again, after {} s in which {} results waited.",
                    Duration.between(ended.since(), clock.instant()).toSeconds(),
                    waiting);
        }
    }
}
