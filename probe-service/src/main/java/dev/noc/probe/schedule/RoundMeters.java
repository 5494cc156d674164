package dev.noc.probe.schedule;

import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** {@code noc_rounds_total} and {@code noc_round_duration_seconds}. */
@Component
class RoundMeters {

    private final MeterRegistry registry;
    private final Timer duration;

    RoundMeters(MeterRegistry registry) {
        this.registry = registry;
        this.duration = Timer.builder("noc.round.duration")
                .description("Time that a round took")
                .register(registry);
    }

    void count(Result result, long nanos) {
        duration.record(nanos, TimeUnit.NANOSECONDS);
        var error = result.error();
        var failed = error != null && ResultError.PROBE.equals(error.scope());
        Counter.builder("noc.rounds")
                .description("Rounds run; failed are those in which the probe could not measure")
                .tag("target", result.target())
                .tag("outcome", failed ? "failed" : "measured")
                .register(registry)
                .increment();
    }
}
