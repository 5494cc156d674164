package dev.noc.backend.result;

import dev.noc.protocol.Receipt;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what became of the results that probes sent. */
@Component
class ReportMeters {

    private final MeterRegistry registry;

    ReportMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(String probe, Receipt receipt) {
        add("noc.results.recorded", probe, receipt.accepted());
        add("noc.results.duplicate", probe, receipt.duplicates());
        add("noc.results.ignored", probe, receipt.ignored());
    }

    private void add(String name, String probe, int count) {
        registry.counter(name, "probe", probe).increment(count);
    }
}
