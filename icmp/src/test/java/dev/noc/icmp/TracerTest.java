package dev.noc.icmp;

import static dev.noc.icmp.Faults.assertFault;
import static dev.noc.icmp.lab.Network.NEAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.engine.Count;
import dev.noc.icmp.lab.Network;
import dev.noc.icmp.lab.Responder;
import dev.noc.icmp.linux.Mode;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths through namespaces of our own, found by a user without any right. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TracerTest {

    private final Network network = Network.open();
    private final NativePinger pinger = network.asNobodyOn(NEAR, () -> new NativePinger(Mode.DATAGRAM));

    TracerTest() throws Exception {}

    @AfterAll
    void close() {
        pinger.close();
        network.close();
    }

    @ParameterizedTest
    @CsvSource({"10.96.0.1, 10.50.1.2", "fd96::7, fd50:1::2"})
    void findsTheRouterAndTheTarget(String target, String router) throws Exception {
        awaitStamps(router);

        var trace = trace(target);

        assertThat(trace.reached()).isTrue();
        assertThat(trace.hops()).extracting(Hop::addresses).containsExactly(at(router), at(target));
        assertThat(trace.hops())
                .allSatisfy(hop -> assertThat(hop.samples()).hasSize(3).allSatisfy(TracerTest::assertMeasured));
        assertThat(trace.hops()).extracting(Hop::loss).containsOnly(0.0);
    }

    @Test
    void endsAtAHostNextDoor() throws Exception {
        assertThat(trace("10.50.1.2").hops()).extracting(Hop::addresses).containsExactly(at("10.50.1.2"));
    }

    @Test
    void endsWhereSomeoneRefuses() throws Exception {
        try (var refusing = Responder.on(network, request -> List.of(Responder.Reaction.error(request, 3, 13, 1000)))) {
            assertThat(refusing).isNotNull();
            var trace = trace("10.98.0.1");

            assertThat(trace.reached()).isFalse();
            assertThat(trace.hops()).hasSize(1);
            assertThat(trace.hops().getFirst().samples())
                    .extracting(Hop.Sample::complaint)
                    .containsOnly("Packet filtered");
        }
    }

    @Test
    void saysThatHopsAreSilentUpToTheThirtieth() throws Exception {
        var trace = pinger.tracer().trace(new TraceRequest("10.94.0.1", 2, Duration.ofMillis(100), Prefer.SYSTEM));

        assertThat(trace.reached()).isFalse();
        assertThat(trace.hops()).hasSize(30);
        assertThat(trace.hops().getFirst().addresses()).containsExactlyElementsOf(at("10.50.1.2"));
        assertThat(trace.hops().subList(1, 30))
                .allSatisfy(hop -> assertThat(hop.addresses()).isEmpty())
                .allSatisfy(hop -> assertThat(hop.loss()).isEqualTo(1.0));
    }

    @Test
    void hasNoHopsWhereThereIsNoRoute() throws Exception {
        var trace = trace("192.0.2.1");

        assertThat(trace.hops()).isEmpty();
        assertFault(trace.fault(), Fault.Scope.PROBE, "no route");
    }

    @Test
    void disturbsNoPingThatRuns() throws Exception {
        var pings = pinger.submit(new PingRequest("10.96.0.2", 100, Duration.ofMillis(5), Duration.ofSeconds(1)));

        while (!pings.isDone()) {
            assertThat(trace("10.96.0.1").reached()).isTrue();
        }

        assertThat(pings.join().samples()).hasSize(100).allMatch(Sample.Reply.class::isInstance);
        assertThat(Objects.requireNonNull(pinger.counts().get(Count.FOREIGN))).isZero();
    }

    /** The kernel stamps what comes in from a while after a first socket asked for it, and on a busy host that is long. */
    private void awaitStamps(String router) throws InterruptedException {
        var request = new PingRequest(router, 1, Duration.ZERO, Duration.ofSeconds(1));
        while (!(pinger.ping(request).samples().getFirst() instanceof Sample.Reply reply) || reply.coarse()) {
            Thread.onSpinWait();
        }
    }

    private Trace trace(String address) throws InterruptedException {
        return pinger.tracer().trace(new TraceRequest(address));
    }

    private static List<InetAddress> at(String address) {
        return List.of(InetAddress.ofLiteral(address));
    }

    private static void assertMeasured(Hop.Sample sample) {
        assertThat(sample.roundTrip()).isBetween(Duration.ofNanos(500), Duration.ofMillis(500));
    }
}
