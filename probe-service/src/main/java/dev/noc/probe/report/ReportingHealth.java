package dev.noc.probe.report;

import dev.noc.protocol.WireTime;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows whether the backend takes our reports, and how many results wait. */
@Component("reportingHealthIndicator")
class ReportingHealth implements HealthIndicator {

    private final ReportingState state;
    private final Spool spool;

    ReportingHealth(ReportingState state, Spool spool) {
        this.state = state;
        this.spool = spool;
    }

    @Override
    public Health health() {
        var trouble = state.trouble();
        var health = trouble == null
                ? Health.up()
                : Health.down()
                        .withDetail("reason", sentence(trouble))
                        .withDetail("since", WireTime.format(trouble.since()));
        return health.withDetail("waiting", spool.size()).build();
    }

    private static String sentence(ReportingState.Trouble trouble) {
        return trouble.verdict() == Attempt.Verdict.TOKEN_REFUSED
                ? "the backend refuses our token: " + trouble.reason()
                : "the backend takes no reports: " + trouble.reason();
    }
}
