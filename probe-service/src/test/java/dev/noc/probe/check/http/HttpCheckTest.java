package dev.noc.probe.check.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.noc.probe.check.Ports;
import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpCheckTest {

    private record Visit(String method, int port, String agent) {}

    private final Rounds rounds = new Rounds(new SystemTrust());
    private final BlockingQueue<Visit> visits = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server = newServer();

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        rounds.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void addsUpThePhasesOfARequest() throws Exception {
        serve("/", exchange -> answer(exchange, 200, "hello"));

        var result = rounds.of(url("localhost", "/"), Map.of("prefer", "ipv4"));

        assertThat(result.error()).isNull();
        assertThat(result.attributes())
                .containsOnlyKeys(
                        "statusCode", "resolveMillis", "connectMillis", "firstByteMillis", "redirects", "address")
                .containsEntry("statusCode", 200)
                .containsEntry("redirects", 0)
                .containsEntry("address", "127.0.0.1");
        assertThat(result.rttMillis())
                .singleElement()
                .satisfies(millis -> assertThat(millis)
                        .isCloseTo(
                                millis(result, "resolveMillis")
                                        + millis(result, "connectMillis")
                                        + millis(result, "firstByteMillis"),
                                within(0.001)));
    }

    @Test
    void connectsAnewForEachRoundAndSaysWhoItIs() throws Exception {
        serve("/", exchange -> answer(exchange, 200, "hello"));

        rounds.of(url("/"), Map.of());
        rounds.of(url("/"), Map.of("method", "HEAD"));

        var first = visits.take();
        var second = visits.take();
        assertThat(first.port()).isNotEqualTo(second.port());
        assertThat(List.of(first.method(), second.method())).containsExactly("GET", "HEAD");
        assertThat(first.agent()).isEqualTo("noc-probe");
    }

    @Test
    void tellsAboutAStatusThatIsNotExpectedAndDoesNotAskAgain() throws Exception {
        serve("/", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "0");
            answer(exchange, 503, "");
        });

        var result = rounds.of(url("/"), Map.of());

        assertLost(result, "Answers with status 503 Service Unavailable, not with 200-299 as expected.");
        assertThat(result.attributes()).containsEntry("statusCode", 503).containsKey("firstByteMillis");
        assertThat(visits).hasSize(1);
    }

    @Test
    void expectsTheStatusThatTheTargetNames() throws Exception {
        serve("/", exchange -> answer(exchange, 503, ""));

        assertThat(rounds.of(url("/"), Map.of("expectedStatus", "200, 500-599")).error())
                .isNull();
    }

    @Test
    void looksIntoTheBody() throws Exception {
        serve("/", exchange -> answer(exchange, 200, "x".repeat(8_190) + "All is well." + "x".repeat(9_000)));

        assertThat(rounds.of(url("/"), Map.of("bodyContains", "All is well.")).error())
                .isNull();
        assertLost(
                rounds.of(url("/"), Map.of("bodyContains", "all is well.")),
                "The body does not contain 'all is well.' (in its first MiB).");
    }

    @Test
    void readsTheBodyInItsCharacterSet() throws Exception {
        serve("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=iso-8859-1");
            answer(exchange, 200, "Grüße".getBytes(ISO_8859_1));
        });

        assertThat(rounds.of(url("/"), Map.of("bodyContains", "Grüße")).error()).isNull();
    }

    @Test
    void unpacksTheBody() throws Exception {
        serve("/", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding")).isEqualTo("gzip");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write("All is well.".getBytes(UTF_8));
            }
            answer(exchange, 200, packed.toByteArray());
        });

        assertThat(rounds.of(url("/"), Map.of("bodyContains", "well")).error()).isNull();
    }

    @Test
    void readsNoMoreThanAMebibyte() throws Exception {
        serve("/within", exchange -> answer(exchange, 200, "x".repeat((1 << 20) - 4) + "well"));
        serve("/beyond", exchange -> answer(exchange, 200, "x".repeat((1 << 20) - 3) + "well"));

        assertThat(rounds.of(url("/within"), Map.of("bodyContains", "well")).error())
                .isNull();
        assertThat(rounds.of(url("/beyond"), Map.of("bodyContains", "well")).error())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tick"})
    void leavesABodyThatDoesNotEnd(String bodyContains) throws Exception {
        var left = new CountDownLatch(1);
        serve("/", exchange -> {
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

        var result = rounds.of(url("/"), bodyContains.isEmpty() ? Map.of() : Map.of("bodyContains", bodyContains));

        assertThat(result.error()).isNull();
        left.await();
    }

    @Test
    void followsRedirectsAcrossHosts() throws Exception {
        serve("/old", exchange -> redirect(exchange, 301, url("localhost", "/newer")));
        serve("/newer", exchange -> redirect(exchange, 307, "newest"));
        serve("/newest", exchange -> answer(exchange, 200, "here"));

        var result = rounds.of(url("/old"), Map.of("maxRedirects", 2, "bodyContains", "here", "prefer", "ipv4"));

        assertThat(result.error()).isNull();
        assertThat(result.attributes()).containsEntry("redirects", 2).containsEntry("statusCode", 200);
        var ports = new HashSet<Integer>();
        visits.forEach(visit -> ports.add(visit.port()));
        assertThat(ports).as("each request over a connection of its own").hasSize(3);
    }

    @Test
    void givesUpOnACircle() throws Exception {
        serve("/", exchange -> redirect(exchange, 302, "/again"));

        var result = rounds.of(url("/"), Map.of());

        assertLost(result, "Redirects more than 5 times, now to %s.".formatted(url("/again")));
        assertThat(result.attributes()).containsEntry("redirects", 5).containsEntry("statusCode", 302);
        assertThat(visits).hasSize(6);
    }

    @Test
    void judgesARedirectThatIsNotToBeFollowed() throws Exception {
        serve("/", exchange -> redirect(exchange, 301, "/new"));

        assertThat(rounds.of(url("/"), Map.of("maxRedirects", 0, "expectedStatus", "301"))
                        .error())
                .isNull();
        assertLost(
                rounds.of(url("/"), Map.of("maxRedirects", 0)),
                "Answers with status 301 Moved Permanently, not with 200-299 as expected.");
    }

    @Test
    void followsNoRedirectToWhatIsNotTheWeb() throws Exception {
        serve("/", exchange -> redirect(exchange, 302, "ftp://localhost/"));

        assertLost(rounds.of(url("/"), Map.of()), "Redirects to 'ftp://localhost/', which is neither http nor https.");
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

    @Test
    void tellsThatABodyStops() throws Exception {
        var over = new CountDownLatch(1);
        serve("/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertLost(
                rounds.of(url("/"), Map.of("bodyContains", "x", "timeoutMillis", 300)),
                "127.0.0.1 does not answer within 300 ms: time ran out while reading the body.");
        over.countDown();
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

    @ParameterizedTest
    @CsvSource({
        "method, POST",
        "expectedStatus, ok",
        "expectedStatus, '200,'",
        "expectedStatus, 99",
        "maxRedirects, 21",
        "timeoutMillis, 0",
        "verifyTls, perhaps",
        "prefer, ipv5"
    })
    void cannotDoWhatMakesNoSense(String field, String value) {
        assertThatThrownBy(() -> rounds.begin(url("/"), Map.of(field, value)))
                .hasMessageContaining(field.equals("verifyTls") ? "perhaps" : field);
    }

    @Test
    void cannotAskWhatIsNotOnTheWeb() {
        assertThatThrownBy(() -> rounds.begin("ftp://localhost/", Map.of())).hasMessageContaining("ftp");
    }

    @Test
    void cannotFindATextInNoBody() {
        assertThatThrownBy(() -> rounds.begin(url("/"), Map.of("method", "HEAD", "bodyContains", "x")))
                .hasMessageContaining("HEAD");
    }

    private static double millis(Result result, String attribute) {
        var attributes = result.attributes() == null ? Map.<String, Object>of() : result.attributes();
        return attributes.get(attribute) instanceof Double millis ? millis : Double.NaN;
    }

    private static void assertLost(Result result, String reason) {
        assertThat(result.rttMillis()).isEqualTo(Collections.nCopies(1, null));
        assertThat(result.error()).isEqualTo(new ResultError("target", reason));
    }

    private String url(String path) {
        return url("127.0.0.1", path);
    }

    private String url(String host, String path) {
        return "http://%s:%d%s".formatted(host, server.getAddress().getPort(), path);
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void serve(String path, Handler handler) {
        server.createContext(path, exchange -> {
            visits.add(new Visit(
                    exchange.getRequestMethod(),
                    exchange.getRemoteAddress().getPort(),
                    exchange.getRequestHeaders().getFirst("User-Agent")));
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(status, -1);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        answer(exchange, status, body.getBytes(UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static HttpServer newServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
