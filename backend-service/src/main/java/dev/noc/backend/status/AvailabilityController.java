package dev.noc.backend.status;

import dev.noc.backend.question.Parameters;
import dev.noc.backend.target.Targets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How targets were over time. */
@RestController
class AvailabilityController {

    /** What people ask for. */
    private static final Map<String, Duration> WINDOWS = windows();

    private final Targets targets;
    private final PastStatus past;
    private final Clock clock;

    AvailabilityController(Targets targets, PastStatus past, Clock clock) {
        this.targets = targets;
        this.past = past;
        this.clock = clock;
    }

    @GetMapping("/api/v1/targets/{id}/availability")
    @Operation(
            summary = "How long a target was up, degraded, down, and unknown",
            description =
                    "Of the time between 'from' and 'to'; without both, of the last 24 hours, 7, 30 and 365 days.")
    @Parameter(name = "from", description = "ISO 8601; left out, 24 hours before 'to'")
    @Parameter(name = "to", description = "ISO 8601; left out, now")
    ResponseEntity<AvailabilityView> availability(
            @PathVariable String id, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        var target = targets.require(id);
        var now = clock.instant();
        var asked = Parameters.of(query);
        var range = asked.range(now, Duration.ofHours(24));
        if (range.to().isAfter(now)) {
            asked.complain("to", "must not be in the future: leave it out for now");
        }
        asked.refuseWhatIsWrong();
        boolean usual = !query.containsKey("from") && !query.containsKey("to");
        var windows = usual
                ? WINDOWS.entrySet().stream()
                        .map(window -> new AvailabilityView.Window(
                                window.getKey(), past.availability(target, now.minus(window.getValue()), now)))
                        .toList()
                : List.of(new AvailabilityView.Window(null, past.availability(target, range.from(), range.to())));
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(new AvailabilityView(id, windows));
    }

    private static Map<String, Duration> windows() {
        var windows = new LinkedHashMap<String, Duration>();
        windows.put("24h", Duration.ofHours(24));
        for (int days : new int[] {7, 30, 365}) {
            windows.put(days + "d", Duration.ofDays(days));
        }
        return windows;
    }
}
