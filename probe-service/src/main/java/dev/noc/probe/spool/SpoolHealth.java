package dev.noc.probe.spool;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows how many results wait, and whether they would survive a crash. */
@Component("spoolHealthIndicator")
class SpoolHealth implements HealthIndicator {

    private final Spool spool;
    private final Inbox inbox;

    SpoolHealth(Spool spool, Inbox inbox) {
        this.spool = spool;
        this.inbox = inbox;
    }

    @Override
    public Health health() {
        var trouble = inbox.trouble() == null ? spool.trouble() : inbox.trouble();
        var health = trouble == null ? Health.up() : Health.down().withDetail("reason", trouble);
        return health.withDetail("waiting", spool.size()).build();
    }
}
