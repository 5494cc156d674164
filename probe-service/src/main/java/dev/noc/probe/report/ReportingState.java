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
    record Trouble(Verdict verdict, String reason, Instant since) {

        String sentence() {
            return "the backend " + verdict.words(reason) + ". " + verdict.advice();
        }
    }

    private static final Logger log = LoggerFactory.getLogger(ReportingState.class);

    private final Backend backend;
    private final Clock clock;
    private final String probe;

    private volatile @Nullable Verdict last;
    private volatile @Nullable Trouble trouble;
    private volatile boolean namesake;

    ReportingState(Backend backend, Clock clock, ReportMeters meters, ReportProperties properties) {
        this.backend = backend;
        this.clock = clock;
        this.probe = properties.id();
        meters.show(this);
    }

    /** Returns what became of the last report, or null before the first. */
    @Nullable
    Verdict last() {
        return last;
    }

    @Nullable
    Trouble trouble() {
        return trouble;
    }

    /** Returns whether another probe reports with our id. */
    boolean hasNamesake() {
        return namesake;
    }

    /** Takes note of an attempt, before which so many results waited. */
    void note(Attempt attempt, long waiting) {
        last = attempt.verdict();
        if (attempt.verdict().isReporting()) {
            end(waiting);
        } else {
            begin(attempt);
        }
        if (attempt.verdict() == Verdict.ACCEPTED) {
            note(attempt.namesake());
        }
    }

    private void begin(Attempt attempt) {
        var before = trouble;
        var verdict = attempt.verdict();
        trouble = new Trouble(verdict, attempt.reason(), before == null ? clock.instant() : before.since());
        if (before != null && before.verdict() == verdict) {
            return;
        }
        if (verdict.mayPass()) {
            log.warn("The backend at {} {}. {}", backend.url(), verdict.words(attempt.reason()), verdict.advice());
        } else {
            log.error("The backend at {} {}. {}", backend.url(), verdict.words(attempt.reason()), verdict.advice());
        }
    }

    private void end(long waiting) {
        var ended = trouble;
        trouble = null;
        if (ended != null) {
            log.info(
                    "The backend takes reports again, after {} s in which {} results waited.",
                    Duration.between(ended.since(), clock.instant()).toSeconds(),
                    waiting);
        }
    }

    private void note(boolean nowNamesake) {
        if (nowNamesake && !namesake) {
            log.warn(
                    "Another probe reports as '{}' too, so their results mix. Give one of them a PROBE_ID of its own.",
                    probe);
        } else if (!nowNamesake && namesake) {
            log.info("No other probe reports as '{}' any more.", probe);
        }
        namesake = nowNamesake;
    }
}
