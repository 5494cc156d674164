package dev.noc.icmp;

import static dev.noc.icmp.Pings.BUFFER;
import static dev.noc.icmp.Pings.burst;
import static dev.noc.icmp.Pings.results;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.lab.Network;
import dev.noc.icmp.lab.Responder;
import dev.noc.icmp.lab.Responder.Reaction;
import dev.noc.icmp.linux.Mode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The JVM's warm-up is in no round-trip time, and waiting costs nothing. */
@Timeout(90)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CostOfTheJvmTest {

    private final Network network = Network.open();

    CostOfTheJvmTest() throws Exception {}

    @AfterAll
    void close() {
        network.close();
    }

    @Test
    void theVeryFirstRequestIsMeasuredWithoutTheWarmUpOfTheJvm() throws Exception {
        try (var responder = Responder.on(network, request -> List.of(Reaction.reply(request, 50)));
                var pinger = Pings.open(network, Mode.DATAGRAM, BUFFER)) {
            assertThat(responder).isNotNull();
            var result = pinger.ping(burst("10.98.0.4", 1));

            assertThat(result.samples())
                    .allSatisfy(sample -> assertThat(((Sample.Reply) sample).roundTrip())
                            .isBetween(Duration.ofMillis(50), Duration.ofMillis(80)));
        }
    }

    @Test
    void waitingCostsNoProcessorTime() throws Exception {
        try (var pinger = Pings.open(network, Mode.DATAGRAM, BUFFER)) {
            var before = engineCpuNanos();
            results(IntStream.rangeClosed(1, 10)
                    .mapToObj(i -> pinger.submit(burst("10.94.0." + i, 1)))
                    .toList());

            assertThat(Duration.ofNanos(engineCpuNanos() - before)).isLessThan(Duration.ofMillis(100));
        }
    }

    private static long engineCpuNanos() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().equals("icmp-engine"))
                .map(ThreadInfo::getThreadId)
                .mapToLong(threads::getThreadCpuTime)
                .sum();
    }
}
