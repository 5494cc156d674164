package dev.noc.icmp;

import static dev.noc.icmp.lab.Network.NEAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.engine.Count;
import dev.noc.icmp.lab.Network;
import dev.noc.icmp.linux.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What tests of a socket that many targets share have in common. */
final class Pings {

    static final Duration SECOND = Duration.ofSeconds(1);

    /** Room for all that a test sends and gets. */
    static final int BUFFER = 4 << 20;

    private Pings() {}

    static NativePinger open(Network network, Mode mode, int bufferBytes) throws Exception {
        return network.on(NEAR, () -> new NativePinger(mode, bufferBytes));
    }

    static PingRequest burst(String address, int count) {
        return new PingRequest(address, count, Duration.ofMillis(10), SECOND);
    }

    static List<PingResult> results(List<CompletableFuture<PingResult>> futures) {
        return futures.stream()
                .map(future -> future.orTimeout(30, TimeUnit.SECONDS).join())
                .toList();
    }

    static void assertAnswered(PingResult result) {
        assertThat(result.fault()).isNull();
        assertThat(result.samples()).allMatch(Sample.Reply.class::isInstance);
    }

    static long count(NativePinger pinger, Count count) {
        return Objects.requireNonNull(pinger.counts().get(count));
    }

    /** Late messages are read with the next requests; so few of them that what they are about is not forgotten. */
    static void awaitCount(NativePinger pinger, Count count, long wanted) throws InterruptedException {
        while (count(pinger, count) < wanted) {
            pinger.ping(new PingRequest("127.0.0.1", 2, Duration.ofMillis(10), SECOND));
        }
    }
}
