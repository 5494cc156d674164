package dev.noc.probe.assignment;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows how many targets are watched, and who named them. */
@Component("assignmentsHealthIndicator")
class AssignmentsHealth implements HealthIndicator {

    private final Assignments assignments;

    AssignmentsHealth(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public Health health() {
        var current = assignments.current();
        if (current == null) {
            return Health.unknown().withDetail("targets", 0).build();
        }
        return Health.up()
                .withDetail("targets", current.targets().size())
                .withDetail("source", current.source().words())
                .build();
    }
}
