package dev.noc.backend.result;

import dev.noc.backend.target.TargetDeleted;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
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

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final MeterRegistry registry;
    private final Map<Labels, Meters> meters = new ConcurrentHashMap<>();

    RoundMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @TransactionalEventListener
    void on(ResultsRecorded event) {
        for (var round : event.rounds()) {
            if (round.measured()) {
                meters.computeIfAbsent(new Labels(round.targetId(), round.probe()), this::register)
                        .count(round);
            }
        }
    }

    @TransactionalEventListener
    void on(TargetDeleted event) {
        meters.keySet().removeIf(labels -> labels.targetId().equals(event.targetId()));
        for (var name : List.of(RTT, SENT, LOST)) {
            registry.find(name).tag("target", event.targetId()).meters().forEach(registry::remove);
        }
    }

    private Meters register(Labels labels) {
        var tags = Tags.of("target", labels.targetId(), "probe", labels.probe());
        return new Meters(
                Timer.builder(RTT).tags(tags).serviceLevelObjectives(BUCKETS).register(registry),
                registry.counter(SENT, tags),
                registry.counter(LOST, tags));
    }

    private static Duration millis(double millis) {
        return Duration.ofNanos(Math.round(millis * NANOS_PER_MILLI));
    }

    private record Labels(String targetId, String probe) {}

    /** Those of one target seen from one probe; kept, because to find them in the registry costs more than to count. */
    private record Meters(Timer rtt, Counter sent, Counter lost) {

        void count(Round round) {
            sent.increment(round.sent());
            lost.increment(round.lost());
            for (var sample : round.rttMillis()) {
                if (sample != null) {
                    rtt.record(Math.round(sample * NANOS_PER_MILLI), TimeUnit.NANOSECONDS);
                }
            }
        }
    }
}
