package dev.noc.probe.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.noc.icmp.NativePinger;
import dev.noc.icmp.PingRequest;
import dev.noc.icmp.PingResult;
import dev.noc.icmp.Pingers;
import dev.noc.icmp.Sample;
import dev.noc.icmp.engine.Count;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PingerMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void countWhatTheSocketsSawSinceTheStart() throws Exception {
        try (var pinger = Pingers.best().pinger()) {
            assumeThat(pinger).as("sockets, which need root or an open range").isInstanceOf(NativePinger.class);
            assertThat(new PingerMeters(pinger, registry)).isNotNull();

            pinger.ping(new PingRequest("127.0.0.1", 3, Duration.ZERO, Duration.ofSeconds(1)));

            assertThat(count("sent")).isEqualTo(3);
            assertThat(count("replies")).isEqualTo(3);
            assertThat(count("lost")).isZero();
            assertThat(registry.getMeters()).hasSameSizeAs(Count.values());
        }
    }

    @Test
    void areNotThereForWhatCountsNothing() {
        var command = new FakePinger(request -> new PingResult(List.of(new Sample.Loss()), null));

        assertThat(new PingerMeters(command, registry)).isNotNull();
        assertThat(registry.getMeters()).isEmpty();
    }

    private double count(String event) {
        return registry.get("noc.icmp.events")
                .tag("event", event)
                .functionCounter()
                .count();
    }
}
