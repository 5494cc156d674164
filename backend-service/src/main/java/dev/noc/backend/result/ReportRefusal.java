package dev.noc.backend.result;

import dev.noc.protocol.Report;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Why a report is refused as a whole, and what to do. Carries its own problem document. */
class ReportRefusal extends ErrorResponseException {

    private ReportRefusal(HttpStatus status, String type, String title, String detail) {
        super(status);
        setType(URI.create("/problems/" + type));
        setTitle(title);
        setDetail(detail);
    }

    static ReportRefusal invalid(List<ReportRules.Violation> violations) {
        var refusal = new ReportRefusal(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "Some fields are not valid",
                "Nothing was stored. Correct the fields listed under 'errors' and send the report again.");
        refusal.getBody().setProperty("errors", violations);
        return refusal;
    }

    static ReportRefusal busy() {
        var refusal = new ReportRefusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                "Too many results wait to be stored",
                "Nothing of this report was stored. Send it again in a second.");
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        return refusal;
    }

    static ReportRefusal tooManyResults(int count) {
        return new ReportRefusal(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-many-results",
                "Too many results in one report",
                "The report holds %d results, at most %d are taken. Nothing was stored. Send them in several reports."
                        .formatted(count, Report.MAX_RESULTS));
    }
}
