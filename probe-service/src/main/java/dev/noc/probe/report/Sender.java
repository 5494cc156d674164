package dev.noc.probe.report;

import dev.noc.probe.backend.Backend;
import dev.noc.probe.backend.BackendAwayException;
import dev.noc.protocol.Report;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends the oldest results. After a refusal its batches become smaller, until the culprit is alone in one. */
@Component
class Sender {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    private final Spool spool;
    private final Backend backend;
    private final JsonMapper json;
    private final ReportingState state;
    private final ReportMeters meters;
    private final String probe;
    private final Repetitions refusals;

    private int most = Report.MAX_RESULTS;

    Sender(
            Spool spool,
            Backend backend,
            JsonMapper json,
            ReportingState state,
            ReportMeters meters,
            ReportProperties properties,
            Clock clock) {
        this.spool = spool;
        this.backend = backend;
        this.json = json;
        this.state = state;
        this.meters = meters;
        this.probe = properties.id();
        this.refusals = new Repetitions(clock);
    }

    /** Sends one batch; what the backend took, or will never take, has left the spool when this returns. */
    Attempt.Verdict sendOldest() throws InterruptedException {
        var waiting = spool.size();
        var batch = spool.oldest(most);
        var body = body(batch);
        while (body.length > Report.MAX_BYTES && batch.results().size() > 1) {
            batch = spool.oldest(batch.results().size() / 2);
            body = body(batch);
        }
        var attempt = post(body);
        meters.sent(attempt.verdict());
        state.note(attempt, waiting);
        settle(batch, attempt);
        return attempt.verdict();
    }

    private byte[] body(Spool.Batch batch) {
        return json.writeValueAsBytes(new Report(probe, batch.results()));
    }

    private Attempt post(byte[] body) throws InterruptedException {
        try {
            return Attempt.answered(backend.post("/metrics", body));
        } catch (BackendAwayException e) {
            return Attempt.unanswered(e.reason());
        }
    }

    private void settle(Spool.Batch batch, Attempt attempt) {
        var size = batch.results().size();
        if (attempt.verdict() == Attempt.Verdict.ACCEPTED) {
            spool.remove(batch);
            most = Math.min(Report.MAX_RESULTS, most * 2);
        } else if (attempt.verdict() == Attempt.Verdict.REPORT_REFUSED && size > 1) {
            most = size / 2;
        } else if (attempt.verdict() == Attempt.Verdict.REPORT_REFUSED) {
            drop(batch, attempt.reason());
        }
    }

    private void drop(Spool.Batch culprit, String reason) {
        spool.remove(culprit);
        meters.dropped();
        if (refusals.isNews(reason)) {
            log.warn(
                    "The backend will never take {} ({}). It is dropped, and so is what is refused in the same words.",
                    culprit.results().getFirst(),
                    reason);
        }
    }
}
