package dev.noc.backend.result;

import dev.noc.backend.target.TargetDeleted;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Shows the samples to Prometheus, once they are stored. */
@Component
class RoundMeters {

    private static final String RTT = "noc.ping.rtt";
    private static final String SENT = "noc.ping.sent";
    private static final String LOST = "noc.ping.lost";

    /** From a wire in the same rack over a satellite to a page that nobody waits for. */
    private static final Duration[] BUCKETS = Stream.of(
                    0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 15.0, 20.0, 30.0, 50.0, 75.0, 100.0, 150.0, 200.0, 300.0,
                    500.0, 1_000.0, 2_000.0, 5_000.0, 10_000.0)
            .map(RoundMeters::millis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;

    RoundMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @TransactionalEventListener
    void on(ResultsRecorded event) {
        event.rounds().stream().filter(Round::measured).forEach(this::count);
    }

    @TransactionalEventListener
    void on(TargetDeleted event) {
        for (var name : List.of(RTT, SENT, LOST)) {
            registry.find(name).tag("target", event.targetId()).meters().forEach(registry::remove);
        }
    }

    private void count(Round round) {
        var tags = Tags.of("target", round.targetId(), "probe", round.probe());
        registry.counter(SENT, tags).increment(round.sent());
        registry.counter(LOST, tags).increment(round.lost());
        var timer =
                Timer.builder(RTT).tags(tags).serviceLevelObjectives(BUCKETS).register(registry);
        round.rttMillis().stream()
                .filter(Objects::nonNull)
                .map(RoundMeters::millis)
                .forEach(timer::record);
    }

    private static Duration millis(double millis) {
        return Duration.ofNanos(Math.round(millis * 1_000_000));
    }
}
