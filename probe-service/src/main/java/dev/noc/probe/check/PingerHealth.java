package dev.noc.probe.check;

import dev.noc.icmp.Fault;
import dev.noc.icmp.Pinger;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Pings this very host: shows whether echo requests can be sent and received here at all. */
@Component("pingerHealthIndicator")
class PingerHealth implements HealthIndicator {

    private final Pinger pinger;

    PingerHealth(Pinger pinger) {
        this.pinger = pinger;
    }

    @Override
    public Health health() {
        return fault().map(fault -> Health.down().withDetail("reason", fault.reason()))
                .orElseGet(Health::up)
                .withDetail("pinger", pinger.description())
                .build();
    }

    private Optional<Fault> fault() {
        try {
            return pinger.check();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
