package dev.noc.icmp;

import static dev.noc.icmp.Faults.assertFault;
import static dev.noc.icmp.lab.Network.NEAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.Fault.Scope;
import dev.noc.icmp.engine.Count;
import dev.noc.icmp.lab.Network;
import dev.noc.icmp.lab.Responder;
import dev.noc.icmp.lab.Responder.Reaction;
import dev.noc.icmp.linux.Mode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What goes wrong with ICMP sockets that many targets share: each seen on a real kernel, none of it in our results. */
@Timeout(90)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PitfallsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int BUFFER = 4 << 20;

    private final Network network = Network.open();

    PitfallsTest() throws Exception {}

    @AfterAll
    void close() {
        network.close();
    }

    @Test
    void anErrorAboutOneTargetIsNeverTakenForAnothers() throws Exception {
        try (var responder = Responder.on(network, PitfallsTest::answerByNet);
                var pinger = open(BUFFER)) {
            assertThat(responder).isNotNull();
            var live = new ArrayList<CompletableFuture<PingResult>>();
            var unreachable = new ArrayList<CompletableFuture<PingResult>>();
            var prohibited = new ArrayList<CompletableFuture<PingResult>>();
            for (int i = 1; i <= 250; i++) {
                live.add(pinger.submit(burst("10.98.1." + i, 3)));
                unreachable.add(pinger.submit(burst("10.98.2." + i, 3)));
                prohibited.add(pinger.submit(burst("10.98.3." + i, 3)));
                live.add(pinger.submit(burst("10.96.0." + i, 3)));
            }

            assertThat(results(live)).allSatisfy(PitfallsTest::assertAnswered);
            assertErrors(results(unreachable), "10.98.2.%d says: Destination Host Unreachable.");
            assertErrors(results(prohibited), "10.98.3.%d says: Packet filtered.");
            assertThat(count(pinger, Count.REFUSED)).isEqualTo(1500);
            assertThat(count(pinger, Count.UNSENT) + count(pinger, Count.LOST)).isZero();
        }
    }

    private static List<Reaction> answerByNet(Responder.Request request) {
        return switch (request.net()) {
            case 2 -> List.of(Reaction.error(request, 3, 1, 1000));
            case 3 -> List.of(Reaction.error(request, 3, 13, 8));
            default -> List.of(Reaction.reply(request, 0));
        };
    }

    private static void assertErrors(List<PingResult> results, String words) {
        for (int i = 0; i < results.size(); i++) {
            assertFault(results.get(i).fault(), Scope.TARGET, words.formatted(i + 1));
            assertThat(results.get(i).samples()).hasSize(3).containsOnly(new Sample.Loss());
        }
    }

    @Test
    void silentHostsOfOurOwnNetworkDelayNobody() throws Exception {
        try (var pinger = open(64 << 10)) {
            var dead = IntStream.rangeClosed(1, 300)
                    .mapToObj(i -> pinger.submit(burst("10.60.%d.%d".formatted(i / 250 + 1, i % 250 + 1), 1)))
                    .toList();
            var live = IntStream.rangeClosed(1, 100)
                    .mapToObj(i -> pinger.submit(burst("10.96.1." + i, 3)))
                    .toList();

            assertThat(results(live)).allSatisfy(PitfallsTest::assertAnswered);
            assertThat(results(dead)).allMatch(result -> result.samples().equals(List.of(new Sample.Loss())));
        }
    }

    @Test
    void aRequestWithoutRoomInTheSendBufferIsNotSentRatherThanLost() throws Exception {
        try (var pinger = open(4608)) {
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
                var pinger = open(2304)) {
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

    @Test
    void aReplyFromSomeoneElseIsNone() throws Exception {
        try (var responder = Responder.on(
                        network, request -> List.of(Reaction.reply(request, 0).from(99)));
                var pinger = open(BUFFER)) {
            assertThat(responder).isNotNull();
            var result = pinger.ping(new PingRequest("10.98.0.1", 2, Duration.ZERO, Duration.ofMillis(200)));

            assertThat(result.samples()).containsOnly(new Sample.Loss());
            assertThat(count(pinger, Count.FOREIGN)).isEqualTo(2);
        }
    }

    @Test
    void furtherRepliesAreCountedAndChangeNothing() throws Exception {
        try (var responder = Responder.on(
                        network, request -> List.of(Reaction.reply(request, 0), Reaction.reply(request, 20)));
                var pinger = open(BUFFER)) {
            assertThat(responder).isNotNull();
            assertAnswered(pinger.ping(new PingRequest("10.98.0.2", 3, Duration.ofMillis(50), SECOND)));
            assertThat(count(pinger, Count.REPLIES)).isEqualTo(3);
            awaitCount(pinger, Count.DUPLICATE, 3);
            assertThat(count(pinger, Count.LATE) + count(pinger, Count.FOREIGN)).isZero();
        }
    }

    @Test
    void furtherRepliesAreToldWithTheBurstOrTheNextToTheSameAddress() throws Exception {
        try (var responder = Responder.on(
                        network, request -> List.of(Reaction.reply(request, 0), Reaction.reply(request, 0)));
                var pinger = open(BUFFER)) {
            assertThat(responder).isNotNull();
            var first = pinger.ping(new PingRequest("10.98.0.5", 3, Duration.ofMillis(20), SECOND));
            awaitCount(pinger, Count.DUPLICATE, 3);
            var elsewhere = pinger.ping(new PingRequest("10.96.0.1", 1, Duration.ZERO, SECOND));
            var next = pinger.ping(new PingRequest("10.98.0.5", 3, Duration.ofMillis(20), SECOND));
            awaitCount(pinger, Count.DUPLICATE, 6);
            var last = pinger.ping(new PingRequest("10.98.0.5", 3, Duration.ofMillis(20), SECOND));
            awaitCount(pinger, Count.DUPLICATE, 9);

            assertThat(first.duplicates()).isBetween(2, 3);
            assertThat(first.duplicates() + next.duplicates() + last.duplicates())
                    .isBetween(8, 9);
            assertThat(elsewhere).returns(0, PingResult::duplicates).returns(0, PingResult::late);
        }
    }

    @Test
    void aLateReplyIsToldAndItsRequestStaysLost() throws Exception {
        try (var responder = Responder.on(
                        network, request -> List.of(Reaction.reply(request, request.sequence() < 2 ? 150 : 0)));
                var pinger = open(BUFFER)) {
            assertThat(responder).isNotNull();
            var first = pinger.ping(new PingRequest("10.98.0.6", 2, Duration.ZERO, Duration.ofMillis(50)));
            awaitCount(pinger, Count.LATE, 2);
            var next = pinger.ping(new PingRequest("10.98.0.6", 2, Duration.ZERO, SECOND));

            assertThat(first.samples()).containsOnly(new Sample.Loss());
            assertAnswered(next);
            assertThat(first.late() + next.late()).isEqualTo(2);
            assertThat(first.duplicates() + next.duplicates()).isZero();
        }
    }

    @Test
    void aReplyAfterTheTimeOutIsLateAndNoDuplicate() throws Exception {
        try (var responder = Responder.on(network, request -> List.of(Reaction.reply(request, 150)));
                var pinger = open(BUFFER)) {
            assertThat(responder).isNotNull();
            var result = pinger.ping(new PingRequest("10.98.0.3", 2, Duration.ZERO, Duration.ofMillis(50)));
            awaitCount(pinger, Count.LATE, 2);

            assertThat(result.samples()).containsOnly(new Sample.Loss());
            assertThat(count(pinger, Count.DUPLICATE)).isZero();
        }
    }

    @Test
    void theVeryFirstRequestIsMeasuredWithoutTheWarmUpOfTheJvm() throws Exception {
        try (var responder = Responder.on(network, request -> List.of(Reaction.reply(request, 50)));
                var pinger = open(BUFFER)) {
            assertThat(responder).isNotNull();
            var result = pinger.ping(burst("10.98.0.4", 1));

            assertThat(result.samples())
                    .allSatisfy(sample -> assertThat(((Sample.Reply) sample).roundTrip())
                            .isBetween(Duration.ofMillis(50), Duration.ofMillis(80)));
        }
    }

    @Test
    void waitingCostsNoProcessorTime() throws Exception {
        try (var pinger = open(BUFFER)) {
            var before = engineCpuNanos();
            results(IntStream.rangeClosed(1, 10)
                    .mapToObj(i -> pinger.submit(burst("10.94.0." + i, 1)))
                    .toList());

            assertThat(Duration.ofNanos(engineCpuNanos() - before)).isLessThan(Duration.ofMillis(100));
        }
    }

    @Test
    void aRawSocketTakesNoErrorAboutTheRequestOfAnother() throws Exception {
        try (var responder = Responder.on(network, PitfallsTest::answerByNet);
                var ours = network.on(NEAR, () -> new NativePinger(Mode.RAW, BUFFER));
                var others = network.on(NEAR, () -> new NativePinger(Mode.RAW, BUFFER))) {
            assertThat(responder).isNotNull();
            var silent = ours.submit(new PingRequest("10.94.0.8", 1, Duration.ZERO, Duration.ofMillis(300)));
            assertErrors(List.of(others.ping(burst("10.98.2.1", 3))), "10.98.2.%d says: Destination Host Unreachable.");
            assertErrors(List.of(others.ping(burst("10.98.3.1", 3))), "10.98.3.%d says: Packet filtered.");

            assertThat(silent.join()).isEqualTo(new PingResult(List.of(new Sample.Loss()), null));
            assertThat(count(ours, Count.REFUSED)).isZero();
            assertThat(count(ours, Count.FOREIGN)).isEqualTo(6);
        }
    }

    @Test
    void aRawSocketTellsOurRepliesFromThoseOfOthers() throws Exception {
        try (var ours = network.on(NEAR, () -> new NativePinger(Mode.RAW, BUFFER));
                var others = network.on(NEAR, () -> new NativePinger(Mode.RAW, BUFFER))) {
            var slow = ours.submit(new PingRequest("10.94.0.9", 1, Duration.ZERO, Duration.ofMillis(300)));
            for (int i = 0; i < 5; i++) {
                assertAnswered(others.ping(new PingRequest("10.96.0.1", 5, Duration.ZERO, SECOND)));
            }

            assertThat(slow.join().samples()).containsExactly(new Sample.Loss());
            assertThat(count(ours, Count.FOREIGN)).isPositive();
            assertThat(count(ours, Count.REPLIES)).isZero();
        }
    }

    private NativePinger open(int bufferBytes) throws Exception {
        return network.on(NEAR, () -> new NativePinger(Mode.DATAGRAM, bufferBytes));
    }

    private static PingRequest burst(String address, int count) {
        return new PingRequest(address, count, Duration.ofMillis(10), SECOND);
    }

    private static List<PingResult> results(List<CompletableFuture<PingResult>> futures) {
        return futures.stream()
                .map(future -> future.orTimeout(30, TimeUnit.SECONDS).join())
                .toList();
    }

    private static void assertAnswered(PingResult result) {
        assertThat(result.fault()).isNull();
        assertThat(result.samples()).allMatch(Sample.Reply.class::isInstance);
    }

    private static long count(NativePinger pinger, Count count) {
        return Objects.requireNonNull(pinger.counts().get(count));
    }

    /** Late messages are read with the next requests; so few of them that what they are about is not forgotten. */
    private static void awaitCount(NativePinger pinger, Count count, long wanted) throws InterruptedException {
        while (count(pinger, count) < wanted) {
            pinger.ping(new PingRequest("127.0.0.1", 2, Duration.ofMillis(10), SECOND));
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
