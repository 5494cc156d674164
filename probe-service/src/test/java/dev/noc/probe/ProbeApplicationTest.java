package dev.noc.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noc.icmp.PingRequest;
import dev.noc.icmp.PingResult;
import dev.noc.icmp.Pinger;
import dev.noc.icmp.Sample;
import dev.noc.probe.backend.FakeBackend;
import dev.noc.probe.backend.FakeBackend.Reply;
import dev.noc.probe.backend.FakeBackend.Request;
import dev.noc.probe.check.FakePinger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** The whole probe against a backend of our own; only the echo requests are not real. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ProbeApplicationTest {

    private static final String SILENT = "127.0.0.2";

    /** Of this host alone: even a mistake in this test sends nothing out. */
    private static final String TARGETS = """
            [{"id":"gateway","name":"Gateway","address":"127.0.0.1","check":"icmp","intervalMillis":1000,"enabled":true},
             {"id":"silent","name":"Silent","address":"127.0.0.2","check":"icmp","intervalMillis":1000,"enabled":true},
             {"id":"strange","name":"Strange","address":"127.0.0.3","check":"gopher","intervalMillis":1000,"enabled":true},
             {"id":"paused","name":"Paused","address":"127.0.0.4","check":"icmp","intervalMillis":1000,"enabled":false}]""";

    private static final FakeBackend server = startServer();

    @TempDir
    static Path dir;

    /** Replaces the real one, which is never made; were there none to replace, the test would fail. */
    @TestBean
    @SuppressWarnings("NullAway.Init")
    Pinger pinger;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("BACKEND_URL", server::url);
        registry.add("NOC_TOKEN", () -> "secret");
        registry.add("PROBE_ID", () -> "office");
        registry.add("PROBE_DATA", dir::toString);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void measuresWhatTheBackendNamesAndReportsIt() throws Exception {
        var reported = new ArrayList<Request>();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            reported.add(server.next());
            return contains(reported, "\"gateway\"")
                    && contains(reported, "\"silent\"")
                    && contains(reported, "gopher");
        });

        var reports = reported.stream()
                .filter(request -> request.method().equals("POST"))
                .map(Request::body)
                .toList();
        assertThat(reports)
                .isNotEmpty()
                .allSatisfy(report -> assertThat(report)
                        .startsWith("{\"probe\":\"office\",\"results\":[")
                        .containsPattern("\"time\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\"")
                        .doesNotContain("paused"));
        assertThat(String.join("\n", reports))
                .contains("\"rttMillis\":[12.5,12.5,12.5,12.5,12.5]}")
                .contains("\"rttMillis\":[null,null,null,null,null]}")
                .contains(
                        "\"rttMillis\":[],\"error\":{\"scope\":\"probe\",\"reason\":\"This probe knows no check 'gopher'");
        assertThat(dir.resolve("assignments.json"))
                .content()
                .contains("gateway")
                .doesNotContain("paused");
    }

    @Test
    void showsItsHealthAndItsMetrics() throws Exception {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get("/actuator/prometheus")
                        .body()
                        .contains("noc_rounds_total{outcome=\"measured\",target=\"silent\"}"));

        assertThat(get("/actuator/health").body())
                .contains("\"pinger\":\"nothing, for a test\"")
                .contains("\"source\":\"from the backend\"")
                .contains("\"waiting\":");
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/info").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/prometheus").body())
                .contains("noc_spool_results ")
                .contains("noc_spool_dropped_total{reason=\"full\"} 0.0")
                .contains("noc_spool_size_bytes ")
                .contains("noc_probe_reporting_state{state=\"accepted\"}")
                .contains("noc_rounds_total{outcome=\"failed\",target=\"strange\"}")
                .contains("noc_round_duration_seconds_count ")
                .contains("noc_reports_total{outcome=\"accepted\"}")
                .contains("noc_probe_reporting ");
    }

    private static boolean contains(List<Request> requests, String text) {
        return requests.stream().anyMatch(request -> request.body().contains(text));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static FakeBackend startServer() {
        try {
            return FakeBackend.start(request -> request.method().equals("GET")
                    ? Reply.of(200, TARGETS)
                    : Reply.of(202, "{\"accepted\":1,\"duplicates\":0,\"ignored\":0}"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Pinger pinger() {
        return new FakePinger(ProbeApplicationTest::ping);
    }

    private static PingResult ping(PingRequest request) {
        Sample sample =
                request.address().equals(SILENT) ? new Sample.Loss() : new Sample.Reply(Duration.ofNanos(12_500_000));
        return new PingResult(Collections.nCopies(request.count(), sample), null);
    }
}
