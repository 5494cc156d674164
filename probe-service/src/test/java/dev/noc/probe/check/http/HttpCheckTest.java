package dev.noc.probe.check.http;

import static dev.noc.probe.check.http.Rounds.assertLost;
import static dev.noc.probe.check.http.WebServer.answer;
import static dev.noc.probe.check.http.WebServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.noc.protocol.Result;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class HttpCheckTest {

    private final Rounds rounds = new Rounds(new SystemTrust());
    private final WebServer server = WebServer.start();

    @AfterEach
    void stop() {
        rounds.close();
        server.close();
    }

    @Test
    void addsUpThePhasesOfARequest() throws Exception {
        server.serve("/", exchange -> answer(exchange, 200, "hello"));

        var result = rounds.of(server.url("localhost", "/"), Map.of("prefer", "ipv4"));

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
        server.serve("/", exchange -> answer(exchange, 200, "hello"));

        rounds.of(server.url("/"), Map.of());
        rounds.of(server.url("/"), Map.of("method", "HEAD"));

        var first = server.visits().take();
        var second = server.visits().take();
        assertThat(first.port()).isNotEqualTo(second.port());
        assertThat(List.of(first.method(), second.method())).containsExactly("GET", "HEAD");
        assertThat(first.agent()).isEqualTo("noc-probe");
    }

    @Test
    void tellsAboutAStatusThatIsNotExpectedAndDoesNotAskAgain() throws Exception {
        server.serve("/", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "0");
            answer(exchange, 503, "");
        });

        var result = rounds.of(server.url("/"), Map.of());

        assertLost(result, "Answers with status 503 Service Unavailable, not with 200-299 as expected.");
        assertThat(result.attributes()).containsEntry("statusCode", 503).containsKey("firstByteMillis");
        assertThat(server.visits()).hasSize(1);
    }

    @Test
    void expectsTheStatusThatTheTargetNames() throws Exception {
        server.serve("/", exchange -> answer(exchange, 503, ""));

        assertThat(rounds.of(server.url("/"), Map.of("expectedStatus", "200, 500-599"))
                        .error())
                .isNull();
    }

    @Test
    void followsRedirectsAcrossHosts() throws Exception {
        server.serve("/old", exchange -> redirect(exchange, 301, server.url("localhost", "/newer")));
        server.serve("/newer", exchange -> redirect(exchange, 307, "newest"));
        server.serve("/newest", exchange -> answer(exchange, 200, "here"));

        var result = rounds.of(server.url("/old"), Map.of("maxRedirects", 2, "bodyContains", "here", "prefer", "ipv4"));

        assertThat(result.error()).isNull();
        assertThat(result.attributes()).containsEntry("redirects", 2).containsEntry("statusCode", 200);
        var ports = new HashSet<Integer>();
        server.visits().forEach(visit -> ports.add(visit.port()));
        assertThat(ports).as("each request over a connection of its own").hasSize(3);
    }

    @Test
    void givesUpOnACircle() throws Exception {
        server.serve("/", exchange -> redirect(exchange, 302, "/again"));

        var result = rounds.of(server.url("/"), Map.of());

        assertLost(result, "Redirects more than 5 times, now to %s.".formatted(server.url("/again")));
        assertThat(result.attributes()).containsEntry("redirects", 5).containsEntry("statusCode", 302);
        assertThat(server.visits()).hasSize(6);
    }

    @Test
    void judgesARedirectThatIsNotToBeFollowed() throws Exception {
        server.serve("/", exchange -> redirect(exchange, 301, "/new"));

        assertThat(rounds.of(server.url("/"), Map.of("maxRedirects", 0, "expectedStatus", "301"))
                        .error())
                .isNull();
        assertLost(
                rounds.of(server.url("/"), Map.of("maxRedirects", 0)),
                "Answers with status 301 Moved Permanently, not with 200-299 as expected.");
    }

    @Test
    void followsNoRedirectToWhatIsNotTheWeb() throws Exception {
        server.serve("/", exchange -> redirect(exchange, 302, "ftp://localhost/"));

        assertLost(
                rounds.of(server.url("/"), Map.of()),
                "Redirects to 'ftp://localhost/', which is neither http nor https.");
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
        assertThatThrownBy(() -> rounds.begin(server.url("/"), Map.of(field, value)))
                .hasMessageContaining(field.equals("verifyTls") ? "perhaps" : field);
    }

    @Test
    void cannotAskWhatIsNotOnTheWeb() {
        assertThatThrownBy(() -> rounds.begin("ftp://localhost/", Map.of())).hasMessageContaining("ftp");
    }

    @Test
    void cannotFindATextInNoBody() {
        assertThatThrownBy(() -> rounds.begin(server.url("/"), Map.of("method", "HEAD", "bodyContains", "x")))
                .hasMessageContaining("HEAD");
    }

    private static double millis(Result result, String attribute) {
        var attributes = result.attributes() == null ? Map.<String, Object>of() : result.attributes();
        return attributes.get(attribute) instanceof Double millis ? millis : Double.NaN;
    }
}
