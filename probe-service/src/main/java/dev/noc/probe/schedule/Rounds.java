package dev.noc.probe.schedule;

import dev.noc.probe.check.Checks;
import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Runs a round, counts it and publishes what it gave. */
@Component
class Rounds {

    private final Checks checks;
    private final RoundMeters meters;
    private final ApplicationEventPublisher events;

    Rounds(Checks checks, RoundMeters meters, ApplicationEventPublisher events) {
        this.checks = checks;
        this.meters = meters;
        this.events = events;
    }

    CompletableFuture<Result> begin(Assignment target) {
        var start = System.nanoTime();
        return checks.round(target).whenComplete((result, failure) -> {
            if (result != null) {
                meters.count(result, System.nanoTime() - start);
                events.publishEvent(new RoundFinished(result));
            }
        });
    }
}
