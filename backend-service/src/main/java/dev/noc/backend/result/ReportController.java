package dev.noc.backend.result;

import dev.noc.backend.probe.Probes;
import dev.noc.protocol.Receipt;
import dev.noc.protocol.Report;
import dev.noc.protocol.Result;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where probes report. */
@RestController
class ReportController {

    /** Names the process that reports, in a request. */
    static final String INSTANCE = "Noc-Probe-Instance";

    /** Tells a process, in the answer, that another one reports under the same id. */
    private static final String CONFLICT = "Noc-Probe-Conflict";

    private final Intake intake;
    private final Probes probes;
    private final ReportMeters meters;
    private final Clock clock;

    ReportController(Intake intake, Probes probes, ReportMeters meters, Clock clock) {
        this.intake = intake;
        this.probes = probes;
        this.meters = meters;
        this.clock = clock;
    }

    @PostMapping("/metrics")
    @ApiResponse(responseCode = "202")
    ResponseEntity<Receipt> report(
            @RequestBody Report report,
            @RequestHeader(name = INSTANCE, required = false) @Nullable String instance,
            HttpServletRequest request) {
        refuseWhatIsWrong(report, instance);
        var receipt = intake.take(report);
        meters.count(report.probe(), receipt);
        var answer = ResponseEntity.accepted();
        if (probes.saw(report.probe(), instance, request.getRemoteAddr())) {
            answer.header(CONFLICT, "true");
        }
        return answer.body(receipt);
    }

    private void refuseWhatIsWrong(Report report, @Nullable String instance) {
        @Nullable List<Result> results = report.results();
        if (results != null && results.size() > Report.MAX_RESULTS) {
            throw ReportRefusal.tooManyResults(results.size());
        }
        var violations = ReportRules.violations(report, instance, clock.instant());
        if (!violations.isEmpty()) {
            throw ReportRefusal.invalid(violations);
        }
    }
}
