package dev.noc.icmp;

import static dev.noc.icmp.Pings.BUFFER;
import static dev.noc.icmp.Pings.SECOND;
import static dev.noc.icmp.Pings.assertAnswered;
import static dev.noc.icmp.Pings.awaitCount;
import static dev.noc.icmp.Pings.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.engine.Count;
import dev.noc.icmp.lab.Network;
import dev.noc.icmp.lab.Responder;
import dev.noc.icmp.lab.Responder.Reaction;
import dev.noc.icmp.linux.Mode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Replies that come twice or too late are told, and change no sample. */
@Timeout(90)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrayRepliesTest {

    private final Network network = Network.open();

    StrayRepliesTest() throws Exception {}

    @AfterAll
    void close() {
        network.close();
    }

    @Test
    void furtherRepliesAreCountedAndChangeNothing() throws Exception {
        try (var responder = Responder.on(
                        network, request -> List.of(Reaction.reply(request, 0), Reaction.reply(request, 20)));
                var pinger = Pings.open(network, Mode.DATAGRAM, BUFFER)) {
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
                var pinger = Pings.open(network, Mode.DATAGRAM, BUFFER)) {
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
                var pinger = Pings.open(network, Mode.DATAGRAM, BUFFER)) {
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
                var pinger = Pings.open(network, Mode.DATAGRAM, BUFFER)) {
            assertThat(responder).isNotNull();
            var result = pinger.ping(new PingRequest("10.98.0.3", 2, Duration.ZERO, Duration.ofMillis(50)));
            awaitCount(pinger, Count.LATE, 2);

            assertThat(result.samples()).containsOnly(new Sample.Loss());
            assertThat(count(pinger, Count.DUPLICATE)).isZero();
        }
    }
}
