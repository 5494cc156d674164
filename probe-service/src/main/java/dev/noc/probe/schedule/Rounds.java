package dev.noc.probe.schedule;

import dev.noc.probe.check.Checks;
import dev.noc.protocol.Assignment;
import java.util.concurrent.Semaphore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Runs a round when there is room for it, and publishes what it gave. */
@Component
class Rounds {

    private final Checks checks;
    private final RoundMeters meters;
    private final ApplicationEventPublisher events;
    private final Semaphore inFlight;

    Rounds(Checks checks, RoundMeters meters, ApplicationEventPublisher events, ScheduleProperties properties) {
        this.checks = checks;
        this.meters = meters;
        this.events = events;
        this.inFlight = new Semaphore(properties.limit(), true);
    }

    void run(Assignment target) throws InterruptedException {
        inFlight.acquire();
        try {
            var start = System.nanoTime();
            var result = checks.round(target);
            meters.count(result, System.nanoTime() - start);
            events.publishEvent(new RoundFinished(result));
        } finally {
            inFlight.release();
        }
    }
}
