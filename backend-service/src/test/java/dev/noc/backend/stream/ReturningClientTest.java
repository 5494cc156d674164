package dev.noc.backend.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noc.backend.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A client that comes back is told what it missed, or that it must read everything anew. */
class ReturningClientTest extends StreamingTest {

    @Autowired
    SettableClock clock;

    @Test
    void getsWhatItMissed() throws Exception {
        String id;
        try (var client = backend.connect("")) {
            backend.report("till", "[1.0]");
            id = client.next("result").id();
        }
        var missed = List.of(backend.report("till", "[2.0]"), backend.report("door", "[3.0]"));

        try (var header = backend.connect("", id);
                var parameter = backend.connect("?lastEventId=" + id);
                var both = backend.connect("?lastEventId=00000000-1", id)) {
            for (var client : List.of(header, parameter, both)) {
                for (var time : missed) {
                    var message = client.next("result");
                    assertThat(message.data()).contains(time);
                }
            }
        }
    }

    @Test
    void getsWhatItMissedThoughItLeftBeforeTheFirstEvent() throws Exception {
        String id;
        try (var client = backend.connect("")) {
            id = client.nextHeartbeat();
        }
        var missed = backend.report("till", "[1.0]");

        try (var client = backend.connect("", id)) {
            assertThat(client.next("result").data()).contains(missed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-1", "nonsense", "1", "00000000-99999999999999999999"})
    void isToldToReadEverythingAnewWhenNobodyKnowsWhatItMissed(String id) throws Exception {
        try (var client = backend.connect("", id)) {
            assertThat(client.next("reload").data()).isEqualTo("{}");
            var time = backend.report("till", "[1.0]");
            assertThat(client.next("result").data()).contains(time);
        }
    }

    @Test
    void isToldToReadEverythingAnewWhenItWasAwayForTooLong() throws Exception {
        String id;
        try (var client = backend.connect("")) {
            id = client.nextHeartbeat();
        }
        await().until(() -> backend.clients() == 0);
        clock.advance(Duration.ofMinutes(5));
        backend.report("till", "[1.0]");

        try (var client = backend.connect("", id)) {
            assertThat(client.next("reload").data()).isEqualTo("{}");
        }
    }

    /** Or it would have to read everything anew when it comes back, though it missed nothing. */
    @Test
    void movesOnWhileItWaitsForOtherTargets() throws Exception {
        try (var client = backend.connect("?target=door")) {
            long before = StreamingBackend.number(client.nextHeartbeat());
            backend.report("till", "[1.0]");

            await().until(() -> StreamingBackend.number(client.nextHeartbeat()) > before);
            assertThat(client.hasNext()).isFalse();
        }
    }
}
