package dev.noc.probe.report;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** {@code noc_reports_total}, {@code noc_probe_reporting}, {@code noc_probe_reporting_state} and {@code noc_probe_namesake}. */
@Component
class ReportMeters {

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Counter refused;
    private final Counter failed;

    ReportMeters(MeterRegistry registry) {
        this.registry = registry;
        this.accepted = reports("accepted");
        this.refused = reports("refused");
        this.failed = reports("failed");
    }

    private Counter reports(String outcome) {
        return Counter.builder("noc.reports")
                .description("Reports sent, by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    void show(ReportingState state) {
        Gauge.builder("noc.probe.reporting", state, shown -> shown.last() == Verdict.ACCEPTED ? 1 : 0)
                .description("1 when the last report was accepted")
                .register(registry);
        for (var verdict : Verdict.values()) {
            Gauge.builder("noc.probe.reporting.state", state, shown -> shown.last() == verdict ? 1 : 0)
                    .description("1 for what became of the last report, 0 for all else")
                    .tag("state", verdict.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("noc.probe.namesake", state, shown -> shown.hasNamesake() ? 1 : 0)
                .description("1 while another probe reports with our id")
                .register(registry);
    }

    void sent(Verdict verdict) {
        var counter = switch (verdict) {
            case ACCEPTED -> accepted;
            case AWAY, UNFIT_BACKEND -> failed;
            default -> refused;
        };
        counter.increment();
    }
}
