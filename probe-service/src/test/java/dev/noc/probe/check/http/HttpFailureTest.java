package dev.noc.probe.check.http;

import static dev.noc.probe.check.http.Rounds.assertLost;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.probe.check.Ports;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class HttpFailureTest {

    private final Rounds rounds = new Rounds(new SystemTrust());

    @AfterEach
    void stop() {
        rounds.close();
    }

    @Test
    void tellsThatAPortIsClosed() throws Exception {
        var port = Ports.closed();

        assertLost(
                rounds.of("http://127.0.0.1:" + port, Map.of()),
                "127.0.0.1 refuses connections on port %d.".formatted(port));
    }

    @Test
    void tellsThatAHostIsSilent() throws Exception {
        try (var silent = new Ports.Silent()) {
            assertLost(
                    rounds.of("http://127.0.0.1:" + silent.port(), Map.of("timeoutMillis", 100)),
                    "127.0.0.1 does not answer within 100 ms: time ran out while connecting.");
        }
    }

    @Test
    void tellsThatAServerIsSilent() throws Exception {
        try (var silent = Ports.open()) {
            var result = rounds.of("http://127.0.0.1:" + silent.getLocalPort(), Map.of("timeoutMillis", 200));

            assertLost(result, "127.0.0.1 does not answer within 200 ms: time ran out while waiting for the answer.");
            assertThat(result.attributes()).containsKey("connectMillis").doesNotContainKey("firstByteMillis");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 127.0.0.1 closed the connection while waiting for the answer.",
        "'SSH-2.0-OpenSSH_9.2\r\n', 127.0.0.1 does not speak proper HTTP on port",
        "'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf', 127.0.0.1 closed the connection while reading the body."
    })
    void tellsThatAServerMisbehaves(String says, String words) throws Exception {
        try (var socket = Ports.saying(says.getBytes(UTF_8))) {
            assertThat(rounds.of("http://127.0.0.1:" + socket.getLocalPort(), Map.of("bodyContains", "x"))
                            .error())
                    .isNotNull()
                    .satisfies(error -> assertThat(error.reason()).startsWith(words));
        }
    }

    @Test
    void blamesTheProbeWhereThisHostHasNoWay() throws Exception {
        var result = rounds.of("http://127.255.255.255:9/", Map.of());

        assertThat(result.rttMillis()).isEmpty();
        assertThat(result.error())
                .isNotNull()
                .satisfies(error -> assertThat(error.scope()).isEqualTo("probe"));
    }

    @Test
    void endsWithTheProbe() throws Exception {
        try (var silent = Ports.open()) {
            var round = rounds.begin("http://127.0.0.1:" + silent.getLocalPort(), Map.of("timeoutMillis", 60_000));
            try (var visitor = silent.accept()) {
                assertThat(visitor.getInputStream().read()).isEqualTo('G');

                rounds.close();

                assertThat(round).isCompletedExceptionally();
                assertThat(visitor.getInputStream().readAllBytes())
                        .as("what came before the connection was closed")
                        .isNotEmpty();
            }
        }
    }
}
