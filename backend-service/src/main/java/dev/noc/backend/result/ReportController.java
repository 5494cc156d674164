package dev.noc.backend.result;

import dev.noc.protocol.Receipt;
import dev.noc.protocol.Report;
import dev.noc.protocol.Result;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where probes report. */
@RestController
class ReportController {

    private final Rounds rounds;
    private final ReportMeters meters;
    private final Clock clock;

    ReportController(Rounds rounds, ReportMeters meters, Clock clock) {
        this.rounds = rounds;
        this.meters = meters;
        this.clock = clock;
    }

    @PostMapping("/metrics")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt report(@RequestBody Report report) {
        refuseWhatIsWrong(report);
        var receipt = rounds.record(report);
        meters.count(report.probe(), receipt);
        return receipt;
    }

    private void refuseWhatIsWrong(Report report) {
        @Nullable List<Result> results = report.results();
        if (results != null && results.size() > Report.MAX_RESULTS) {
            throw ReportRefusal.tooManyResults(results.size());
        }
        var violations = ReportRules.violations(report, clock.instant());
        if (!violations.isEmpty()) {
            throw ReportRefusal.invalid(violations);
        }
    }
}
