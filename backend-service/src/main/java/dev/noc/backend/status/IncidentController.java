package dev.noc.backend.status;

import dev.noc.backend.question.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the incidents. */
@RestController
@RequestMapping("/api/v1/incidents")
class IncidentController {

    private static final int MOST = 1_000;
    private static final int USUAL = 100;

    private final IncidentStore incidents;

    IncidentController(IncidentStore incidents) {
        this.incidents = incidents;
    }

    @GetMapping
    @Operation(summary = "The incidents of all targets, newest first")
    @Parameter(name = "target", description = "only those of this target")
    @Parameter(name = "open", description = "true: those that go on; false: those that are over")
    @Parameter(name = "from", description = "ISO 8601: those that went on later than this")
    @Parameter(name = "to", description = "ISO 8601: those that began before this")
    @Parameter(name = "limit", description = "1 to 1000; 100")
    ResponseEntity<IncidentsView> list(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        var asked = Parameters.of(query);
        var question = new IncidentQuestion(
                asked.text("target"),
                asked.flag("open"),
                asked.time("from"),
                asked.time("to"),
                asked.number("limit", 1, MOST, USUAL));
        if (question.from() != null && question.to() != null && !question.from().isBefore(question.to())) {
            asked.complain("to", "must be later than 'from'");
        }
        asked.refuseWhatIsWrong();
        var found = incidents.find(question).stream().map(IncidentView::of).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(new IncidentsView(found));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One incident")
    ResponseEntity<IncidentView> show(@PathVariable String id) {
        var incident = number(id).flatMap(incidents::find).orElseThrow(() -> IncidentRefusal.unknown(id));
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(IncidentView.of(incident));
    }

    private static Optional<Long> number(String id) {
        return id.matches("\\d{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    /** The incidents that were asked for. */
    record IncidentsView(List<IncidentView> incidents) {}
}
