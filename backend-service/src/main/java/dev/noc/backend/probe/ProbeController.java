package dev.noc.backend.probe;

import dev.noc.backend.target.Target;
import dev.noc.backend.target.Targets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the probes. */
@RestController
class ProbeController {

    /** A probe that keeps silent for this many of its shortest intervals does not report. */
    private static final int PATIENCE_INTERVALS = 3;

    private static final Duration MIN_PATIENCE = Duration.ofMinutes(1);

    private final Probes probes;
    private final Targets targets;
    private final Clock clock;

    ProbeController(Probes probes, Targets targets, Clock clock) {
        this.probes = probes;
        this.targets = targets;
        this.clock = clock;
    }

    @GetMapping("/api/v1/probes")
    List<ProbeView> list() {
        var now = clock.instant();
        var patience = patience();
        return probes.all().stream()
                .map(presence -> ProbeView.of(presence, now, patience))
                .toList();
    }

    private Duration patience() {
        var shortest = targets.all().stream()
                .filter(Target::enabled)
                .map(Target::interval)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
        return Collections.max(List.of(MIN_PATIENCE, shortest.multipliedBy(PATIENCE_INTERVALS)));
    }
}
