package dev.noc.probe.report;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** {@code noc_spool_results}, {@code noc_spool_dropped_total}, {@code noc_reports_total}, {@code noc_probe_reporting}. */
@Component
class ReportMeters {

    private final MeterRegistry registry;
    private final Counter dropped;
    private final Counter accepted;
    private final Counter refused;
    private final Counter failed;

    ReportMeters(MeterRegistry registry) {
        this.registry = registry;
        this.dropped = Counter.builder("noc.spool.dropped")
                .description("Results lost: no room was left, or the backend does not take them")
                .register(registry);
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

    <T> void gaugeWaiting(T spool, ToDoubleFunction<T> size) {
        Gauge.builder("noc.spool.results", spool, size)
                .description("Results that wait for the backend")
                .register(registry);
    }

    <T> void gaugeReporting(T state, ToDoubleFunction<T> reporting) {
        Gauge.builder("noc.probe.reporting", state, reporting)
                .description("1 when the last report was accepted")
                .register(registry);
    }

    void dropped() {
        dropped.increment();
    }

    void sent(Attempt.Verdict verdict) {
        var counter = switch (verdict) {
            case ACCEPTED -> accepted;
            case REPORT_REFUSED, TOKEN_REFUSED -> refused;
            case AWAY -> failed;
        };
        counter.increment();
    }
}
