package dev.noc.probe.check.http;

import static dev.noc.probe.check.http.Rounds.assertLost;
import static dev.noc.probe.check.http.WebServer.answer;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpBodyTest {

    private final Rounds rounds = new Rounds(new SystemTrust());
    private final WebServer server = WebServer.start();

    @AfterEach
    void stop() {
        rounds.close();
        server.close();
    }

    @Test
    void looksIntoTheBody() throws Exception {
        server.serve("/", exchange -> answer(exchange, 200, "x".repeat(8_190) + "All is well." + "x".repeat(9_000)));

        assertThat(rounds.of(server.url("/"), Map.of("bodyContains", "All is well."))
                        .error())
                .isNull();
        assertLost(
                rounds.of(server.url("/"), Map.of("bodyContains", "all is well.")),
                "The body does not contain 'all is well.' (in its first MiB).");
    }

    @Test
    void readsTheBodyInItsCharacterSet() throws Exception {
        server.serve("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=iso-8859-1");
            answer(exchange, 200, "Grüße".getBytes(ISO_8859_1));
        });

        assertThat(rounds.of(server.url("/"), Map.of("bodyContains", "Grüße")).error())
                .isNull();
    }

    @Test
    void unpacksTheBody() throws Exception {
        server.serve("/", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding")).isEqualTo("gzip");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write("All is well.".getBytes(UTF_8));
            }
            answer(exchange, 200, packed.toByteArray());
        });

        assertThat(rounds.of(server.url("/"), Map.of("bodyContains", "well")).error())
                .isNull();
    }

    @Test
    void readsNoMoreThanAMebibyte() throws Exception {
        server.serve("/within", exchange -> answer(exchange, 200, "x".repeat((1 << 20) - 4) + "well"));
        server.serve("/beyond", exchange -> answer(exchange, 200, "x".repeat((1 << 20) - 3) + "well"));

        assertThat(rounds.of(server.url("/within"), Map.of("bodyContains", "well"))
                        .error())
                .isNull();
        assertThat(rounds.of(server.url("/beyond"), Map.of("bodyContains", "well"))
                        .error())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tick"})
    void leavesABodyThatDoesNotEnd(String bodyContains) throws Exception {
        var left = new CountDownLatch(1);
        server.serve("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                while (true) {
                    body.write("tick ".getBytes(UTF_8));
                    body.flush();
                }
            } catch (IOException e) {
                left.countDown();
            }
        });

        var result =
                rounds.of(server.url("/"), bodyContains.isEmpty() ? Map.of() : Map.of("bodyContains", bodyContains));

        assertThat(result.error()).isNull();
        left.await();
    }

    @Test
    void tellsThatABodyStops() throws Exception {
        var over = new CountDownLatch(1);
        server.serve("/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertLost(
                rounds.of(server.url("/"), Map.of("bodyContains", "x", "timeoutMillis", 300)),
                "127.0.0.1 does not answer within 300 ms: time ran out while reading the body.");
        over.countDown();
    }
}
