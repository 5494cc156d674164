package dev.noc.probe.report;

import dev.noc.protocol.WireTime;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows whether the backend takes our reports, and takes us for one probe. */
@Component("reportingHealthIndicator")
class ReportingHealth implements HealthIndicator {

    private final ReportingState state;

    ReportingHealth(ReportingState state) {
        this.state = state;
    }

    @Override
    public Health health() {
        var trouble = state.trouble();
        if (trouble != null) {
            return Health.down()
                    .withDetail("reason", trouble.sentence())
                    .withDetail("since", WireTime.format(trouble.since()))
                    .build();
        }
        return state.hasNamesake()
                ? Health.down()
                        .withDetail("reason", "another probe reports with our id. Give one of them another PROBE_ID.")
                        .build()
                : Health.up().build();
    }
}
