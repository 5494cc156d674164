package dev.noc.probe.check;

import dev.noc.icmp.NativePinger;
import dev.noc.icmp.Pinger;
import dev.noc.icmp.engine.Count;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** {@code noc_icmp_events_total}: what the pinger counts of all targets, and of what belongs to none. */
@Component
class PingerMeters {

    /** The system's ping command counts nothing. */
    PingerMeters(Pinger pinger, MeterRegistry registry) {
        if (pinger instanceof NativePinger sockets) {
            for (var count : Count.values()) {
                FunctionCounter.builder(
                                "noc.icmp.events",
                                sockets,
                                counting -> counting.counts().getOrDefault(count, 0L))
                        .description("Echo requests, and what became of them and of their replies")
                        .tag("event", count.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
        }
    }
}
