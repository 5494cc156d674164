package dev.noc.icmp;

import static dev.noc.icmp.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.Fault.Scope;
import dev.noc.icmp.engine.Count;
import dev.noc.icmp.lab.Network;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for datagram and for raw sockets, against hosts in namespaces of our own. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NativePingerContract {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Network network = Network.open();
    private final NativePinger pinger = open(network);

    NativePingerContract() throws Exception {}

    abstract NativePinger open(Network network) throws Exception;

    @AfterAll
    void close() {
        pinger.close();
        network.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "10.50.1.2", "fd50:1::2", "10.96.3.4", "fd96::7", "localhost"})
    void measuresAHostThatAnswers(String address) throws Exception {
        var result = pinger.ping(burst(address, 3));

        assertThat(result.fault()).isNull();
        assertThat(result.samples())
                .hasSize(3)
                .allSatisfy(sample -> assertThat(sample)
                        .isInstanceOfSatisfying(
                                Sample.Reply.class,
                                reply -> assertThat(reply.roundTrip())
                                        .isBetween(Duration.ofNanos(500), Duration.ofMillis(200))));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 56, 1400})
    void sendsRequestsOfTheSizeAskedFor(int size) throws Exception {
        var result = pinger.ping(new PingRequest("10.96.0.1", 2, Duration.ZERO, SECOND, size, Prefer.SYSTEM));

        assertThat(result.samples()).hasSize(2).allMatch(Sample.Reply.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.94.0.1", "fd94::1"})
    void countsALossForEachRequestToASilentHost(String address) throws Exception {
        var result = pinger.ping(new PingRequest(address, 2, Duration.ofMillis(10), Duration.ofMillis(100)));

        assertThat(result).isEqualTo(new PingResult(List.of(new Sample.Loss(), new Sample.Loss()), null));
    }

    @ParameterizedTest
    @CsvSource({
        "10.95.0.1,    10.50.1.2 says: Destination Host Unreachable.",
        "10.95.7.1,    10.50.1.2 says: Packet filtered.",
        "fd95::1,      fd50:1:0:0:0:0:0:2 says: Destination Net Unreachable.",
        "fd93::1,      fd50:1:0:0:0:0:0:2 says: Packet filtered."
    })
    void saysWhoRefusedARequest(String address, String words) throws Exception {
        var result = pinger.ping(burst(address, 3));

        assertThat(result.samples()).hasSize(3).containsOnly(new Sample.Loss());
        assertFault(result.fault(), Scope.TARGET, words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8::1"})
    void measuresNothingWhereThereIsNoRoute(String address) throws Exception {
        var result = pinger.ping(burst(address, 3));

        assertThat(result.samples()).isEmpty();
        assertFault(result.fault(), Scope.PROBE, "no route to", address.substring(0, 8));
    }

    @Test
    void measuresNothingAtAProhibitedBroadcastAddress() throws Exception {
        assertFault(pinger.ping(burst("10.50.1.255", 1)).fault(), Scope.PROBE, "broadcast");
    }

    @Test
    void givesTheLastRequestOfABurstItsFullTimeOut() throws Exception {
        long start = System.nanoTime();

        pinger.ping(new PingRequest("10.94.0.2", 3, Duration.ofMillis(100), Duration.ofMillis(300)));

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(500), Duration.ofMillis(700));
    }

    @Test
    void stopsWhenTheCallerIsInterrupted() throws Exception {
        var thrown = new AtomicReference<Exception>();
        var caller = Thread.ofVirtual().start(() -> {
            try {
                pinger.ping(new PingRequest("10.94.0.3", 1000, Duration.ofMillis(1), Duration.ofMinutes(1)));
            } catch (InterruptedException e) {
                thrown.set(e);
            }
        });
        await(() -> caller.getState() == Thread.State.WAITING);

        caller.interrupt();
        caller.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void sendsNoMoreOfABurstThatIsCancelled() throws Exception {
        var future = pinger.submit(burst("10.96.0.9", 100_000));
        await(() -> count(Count.SENT) > 0);

        assertThat(future.cancel(true)).isTrue();

        pinger.ping(burst("10.96.0.8", 1));
        long sent = count(Count.SENT);
        pinger.ping(new PingRequest("10.96.0.8", 2, Duration.ofMillis(100), SECOND));
        assertThat(count(Count.SENT)).isEqualTo(sent + 2);
    }

    @Test
    void saysThatItWasClosedToThoseWhoWait() throws Exception {
        var other = open(network);
        var waiting = other.submit(new PingRequest("10.94.0.4", 2, Duration.ofSeconds(10), Duration.ofMinutes(1)));

        other.close();

        assertFault(waiting.join().fault(), Scope.PROBE, "was closed");
        assertFault(other.ping(burst("10.96.0.1", 2)).fault(), Scope.PROBE, "was closed");
        assertFault(other.ping(burst("localhost", 2)).fault(), Scope.PROBE, "was closed");
        other.close();
    }

    @Test
    void answersInTimeWhileHundredsOfBurstsRun() throws Exception {
        var crowd = IntStream.range(0, 200)
                .mapToObj(i -> pinger.submit(new PingRequest(
                        "10.96.%d.%d".formatted(i / 250, i % 250 + 1), 20, Duration.ofMillis(20), SECOND)))
                .toList();
        long start = System.nanoTime();

        pinger.ping(new PingRequest("10.96.0.1", 20, Duration.ofMillis(20), SECOND));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(crowd)
                .allSatisfy(future ->
                        assertThat(future.join().samples()).hasSize(20).allMatch(Sample.Reply.class::isInstance));
    }

    @Test
    void measuresThousandsAtOnce() {
        var futures = IntStream.range(0, 5000)
                .mapToObj(i -> pinger.submit(burst("10.96.%d.%d".formatted(i / 250, i % 250 + 1), 2)))
                .toList();

        assertThat(futures)
                .allSatisfy(future -> assertThat(
                                future.orTimeout(20, TimeUnit.SECONDS).join().samples())
                        .hasSize(2)
                        .allMatch(Sample.Reply.class::isInstance));
        assertThat(count(Count.DUPLICATE) + count(Count.FOREIGN) + count(Count.COARSE))
                .isZero();
    }

    @Test
    void passesItsOwnCheck() throws Exception {
        assertThat(pinger.check()).isEmpty();
    }

    private long count(Count count) {
        return Objects.requireNonNull(pinger.counts().get(count));
    }

    private static PingRequest burst(String address, int count) {
        return new PingRequest(address, count, Duration.ofMillis(10), SECOND);
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
