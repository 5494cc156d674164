package dev.noc.icmp;

import static dev.noc.icmp.Faults.assertFault;
import static dev.noc.icmp.Pings.burst;
import static dev.noc.icmp.Pings.count;
import static dev.noc.icmp.Pings.results;
import static dev.noc.icmp.lab.Network.NEAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.Fault.Scope;
import dev.noc.icmp.engine.Count;
import dev.noc.icmp.lab.Network;
import dev.noc.icmp.lab.Responder;
import dev.noc.icmp.lab.Responder.Reaction;
import dev.noc.icmp.linux.Mode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What our own host had no room for is never called a loss, and delays nobody else. */
@Timeout(90)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullBuffersTest {

    private final Network network = Network.open();

    FullBuffersTest() throws Exception {}

    @AfterAll
    void close() {
        network.close();
    }

    @Test
    void silentHostsOfOurOwnNetworkDelayNobody() throws Exception {
        try (var pinger = Pings.open(network, Mode.DATAGRAM, 64 << 10)) {
            var dead = IntStream.rangeClosed(1, 300)
                    .mapToObj(i -> pinger.submit(burst("10.60.%d.%d".formatted(i / 250 + 1, i % 250 + 1), 1)))
                    .toList();
            var live = IntStream.rangeClosed(1, 100)
                    .mapToObj(i -> pinger.submit(burst("10.96.1." + i, 3)))
                    .toList();

            assertThat(results(live)).allSatisfy(Pings::assertAnswered);
            assertThat(results(dead)).allMatch(result -> result.samples().equals(List.of(new Sample.Loss())));
        }
    }

    /** A host that the kernel has looked for in vain for 3 s is unreachable: asked before, some of these would be just then. */
    @Test
    void aRequestWithoutRoomInTheSendBufferIsNotSentRatherThanLost() throws Exception {
        network.in(NEAR, "neigh flush dev v4\n");
        try (var pinger = Pings.open(network, Mode.DATAGRAM, 4608)) {
            var dead = IntStream.rangeClosed(1, 200)
                    .mapToObj(i -> pinger.submit(burst("10.60.7." + i, 1)))
                    .toList();

            assertThat(results(dead))
                    .anySatisfy(result -> assertFault(result.fault(), Scope.PROBE, "buffers are full"));
            assertThat(count(pinger, Count.LOST) + count(pinger, Count.UNSENT)).isEqualTo(200);
            assertThat(count(pinger, Count.SENT)).isEqualTo(count(pinger, Count.LOST));
        }
    }

    @Test
    void repliesThatOurOwnHostThrewAwayAreNotLosses() throws Exception {
        try (var responder = Responder.on(network, request -> List.of(Reaction.reply(request, 300)));
                var pinger = Pings.open(network, Mode.DATAGRAM, 2304)) {
            assertThat(responder).isNotNull();
            var futures = IntStream.rangeClosed(1, 200)
                    .mapToObj(i -> pinger.submit(burst("10.98.1." + i, 1)))
                    .toList();

            var results = results(futures);

            assertThat(count(pinger, Count.DROPPED)).isPositive();
            assertThat(results).anySatisfy(result -> assertFault(result.fault(), Scope.PROBE, "rmem_max"));
            assertThat(results).noneMatch(result -> result.samples().contains(new Sample.Loss()));
            assertThat(count(pinger, Count.NOT_MEASURED)).isEqualTo(count(pinger, Count.DROPPED));
        }
    }
}
