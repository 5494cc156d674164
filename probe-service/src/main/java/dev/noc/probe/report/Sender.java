package dev.noc.probe.report;

import dev.noc.probe.backend.Backend;
import dev.noc.probe.backend.BackendAwayException;
import dev.noc.probe.spool.Batch;
import dev.noc.probe.spool.Spool;
import dev.noc.probe.spool.SpoolException;
import dev.noc.protocol.Report;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends batches. After a refusal they become smaller, until the culprit is alone in one and can be set aside. */
@Component
class Sender {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    /** So many culprits in a row are none: the backend refuses everything. */
    private static final int MOST_CULPRITS = 20;

    private final Spool spool;
    private final Backend backend;
    private final ReportingState state;
    private final ReportMeters meters;
    private final ReportBody body;
    private final Repetitions refusals;
    private final Turns turns;

    private int most = Report.MAX_RESULTS;
    private int culprits;

    Sender(
            Spool spool,
            Backend backend,
            ReportingState state,
            ReportMeters meters,
            ReportProperties properties,
            Clock clock) {
        this.spool = spool;
        this.backend = backend;
        this.state = state;
        this.meters = meters;
        this.body = new ReportBody(properties.id());
        this.refusals = new Repetitions(clock);
        this.turns = new Turns(spool);
    }

    /** Sends one batch; what the backend took, or will never take, has left the spool when this returns. */
    Verdict sendNext() throws InterruptedException, SpoolException {
        var batch = turns.next(most, body.room());
        if (batch.isEmpty()) {
            return Verdict.ACCEPTED;
        }
        var waiting = spool.size();
        var attempt = judge(batch, post(batch));
        meters.sent(attempt.verdict());
        settle(batch, attempt);
        state.note(attempt, waiting);
        return attempt.verdict();
    }

    private Attempt post(Batch batch) throws InterruptedException {
        try {
            return Attempt.answered(backend.post("/metrics", body.of(batch)));
        } catch (BackendAwayException e) {
            return Attempt.unanswered(e.reason());
        }
    }

    private Attempt judge(Batch batch, Attempt attempt) {
        if (attempt.verdict() == Verdict.ACCEPTED) {
            culprits = 0;
        } else if (attempt.verdict() == Verdict.REPORT_REFUSED && batch.size() == 1) {
            culprits++;
        }
        return attempt.verdict() == Verdict.REPORT_REFUSED && culprits > MOST_CULPRITS
                ? attempt.as(Verdict.ALL_REFUSED)
                : attempt;
    }

    private void settle(Batch batch, Attempt attempt) throws SpoolException {
        switch (attempt.verdict()) {
            case ACCEPTED -> {
                spool.remove(batch);
                turns.taken();
                most = Math.min(Report.MAX_RESULTS, most * 2);
            }
            case REPORT_REFUSED, ALL_REFUSED -> refused(batch, attempt.reason());
            default -> turns.away();
        }
    }

    private void refused(Batch batch, String reason) throws SpoolException {
        if (batch.size() > 1) {
            most = batch.size() / 2;
            return;
        }
        spool.setAside(batch, reason);
        if (refusals.isNews(reason)) {
            log.warn(
                    "The backend will never take {} ({}). It is set aside in refused.ndjson, and so is what is refused"
                            + " in the same words.",
                    new String(batch.results().getFirst(), StandardCharsets.UTF_8),
                    reason);
        }
    }
}
