package dev.noc.icmp;

import static dev.noc.icmp.Faults.assertFault;
import static dev.noc.icmp.Pings.BUFFER;
import static dev.noc.icmp.Pings.SECOND;
import static dev.noc.icmp.Pings.assertAnswered;
import static dev.noc.icmp.Pings.burst;
import static dev.noc.icmp.Pings.count;
import static dev.noc.icmp.Pings.results;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.Fault.Scope;
import dev.noc.icmp.engine.Count;
import dev.noc.icmp.lab.Network;
import dev.noc.icmp.lab.Responder;
import dev.noc.icmp.lab.Responder.Reaction;
import dev.noc.icmp.linux.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Nothing that is about another's request, or from another host, is in a result: each case seen on a real kernel. */
@Timeout(90)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OthersMessagesTest {

    private final Network network = Network.open();

    OthersMessagesTest() throws Exception {}

    @AfterAll
    void close() {
        network.close();
    }

    @Test
    void anErrorAboutOneTargetIsNeverTakenForAnothers() throws Exception {
        try (var responder = Responder.on(network, OthersMessagesTest::answerByNet);
                var pinger = Pings.open(network, Mode.DATAGRAM, BUFFER)) {
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

            assertThat(results(live)).allSatisfy(Pings::assertAnswered);
            assertErrors(results(unreachable), "10.98.2.%d says: Destination Host Unreachable.");
            assertErrors(results(prohibited), "10.98.3.%d says: Packet filtered.");
            assertThat(count(pinger, Count.REFUSED)).isEqualTo(1500);
            assertThat(count(pinger, Count.UNSENT) + count(pinger, Count.LOST)).isZero();
        }
    }

    @Test
    void aReplyFromSomeoneElseIsNone() throws Exception {
        try (var responder = Responder.on(
                        network, request -> List.of(Reaction.reply(request, 0).from(99)));
                var pinger = Pings.open(network, Mode.DATAGRAM, BUFFER)) {
            assertThat(responder).isNotNull();
            var result = pinger.ping(new PingRequest("10.98.0.1", 2, Duration.ZERO, Duration.ofMillis(200)));

            assertThat(result.samples()).containsOnly(new Sample.Loss());
            assertThat(count(pinger, Count.FOREIGN)).isEqualTo(2);
        }
    }

    @Test
    void aRawSocketTakesNoErrorAboutTheRequestOfAnother() throws Exception {
        try (var responder = Responder.on(network, OthersMessagesTest::answerByNet);
                var ours = Pings.open(network, Mode.RAW, BUFFER);
                var others = Pings.open(network, Mode.RAW, BUFFER)) {
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
        try (var ours = Pings.open(network, Mode.RAW, BUFFER);
                var others = Pings.open(network, Mode.RAW, BUFFER)) {
            var slow = ours.submit(new PingRequest("10.94.0.9", 1, Duration.ZERO, Duration.ofMillis(300)));
            for (int i = 0; i < 5; i++) {
                assertAnswered(others.ping(new PingRequest("10.96.0.1", 5, Duration.ZERO, SECOND)));
            }

            assertThat(slow.join().samples()).containsExactly(new Sample.Loss());
            assertThat(count(ours, Count.FOREIGN)).isPositive();
            assertThat(count(ours, Count.REPLIES)).isZero();
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
}
