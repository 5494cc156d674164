package dev.noc.backend.dashboard;

import dev.noc.backend.status.Statuses;
import dev.noc.backend.target.Target;
import dev.noc.backend.target.Targets;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /metrics}: JSON for people and the page, an exposition for a Prometheus with default settings. */
@RestController
class OverviewController {

    private final Targets targets;
    private final Statuses statuses;
    private final Overview overview;
    private final Exposition exposition;
    private final Clock clock;

    OverviewController(Targets targets, Statuses statuses, Overview overview, Exposition exposition, Clock clock) {
        this.targets = targets;
        this.statuses = statuses;
        this.overview = overview;
        this.exposition = exposition;
        this.clock = clock;
    }

    @GetMapping("/metrics")
    @Operation(summary = "The last known state of every watched target; Prometheus' formats where they are asked for")
    ResponseEntity<?> metrics(@RequestHeader HttpHeaders headers) {
        var answer = ResponseEntity.ok().cacheControl(CacheControl.noStore()).varyBy(HttpHeaders.ACCEPT);
        var format = Exposition.wantedBy(headers.getAccept());
        if (format.isPresent()) {
            return answer.contentType(format.get()).body(exposition.write(format.get()));
        }
        return answer.contentType(MediaType.APPLICATION_JSON).body(overview());
    }

    private byte[] overview() {
        var watched = targets.all().stream().filter(Target::enabled).toList();
        return overview.write(clock.instant(), statuses.of(watched));
    }
}
