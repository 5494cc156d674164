package dev.noc.probe.spool;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** {@code noc_spool_results}, {@code noc_spool_bytes} and {@code noc_spool_dropped_total}. */
@Component
class SpoolMeters {

    /** Why a result was given up, as the label of the counter names it. */
    enum Loss {
        /** There was no room left. */
        FULL,
        /** It waited too long. */
        AGE,
        /** The backend will never take it; it is set aside. */
        REFUSED
    }

    private final MeterRegistry registry;

    /** Each counter begins at zero, or a first loss would be no increase to Prometheus. */
    SpoolMeters(MeterRegistry registry) {
        this.registry = registry;
        for (var loss : Loss.values()) {
            counter(loss);
        }
    }

    void show(Spool spool) {
        Gauge.builder("noc.spool.results", spool, Spool::size)
                .description("Results that wait for the backend")
                .register(registry);
        Gauge.builder("noc.spool.size", spool, Spool::bytes)
                .description("What the spool takes on disk")
                .baseUnit("bytes")
                .register(registry);
    }

    void dropped(Loss loss, int count) {
        counter(loss).increment(count);
    }

    private Counter counter(Loss loss) {
        return Counter.builder("noc.spool.dropped")
                .description(
                        "Results given up: no room was left, they waited too long, or the backend does not take them")
                .tag("reason", loss.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
