package dev.noc.backend.stream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import dev.noc.backend.SettableClock;
import dev.noc.protocol.WireTime;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;

/** Waits less for slow clients and hears from idle ones more often than usual, or this would take minutes. */
@BackendTest
@TestPropertySource(
        properties = {
            "noc.stream.heartbeat=400ms",
            "server.tomcat.connection-timeout=2s",
            "server.tomcat.keep-alive-timeout=60s"
        })
class StreamApiTest {

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    MeterRegistry meters;

    @LocalServerPort
    int port;

    @BeforeEach
    void addTargets() {
        for (var id : List.of("till", "door")) {
            api.post("/api/v1/targets", """
                    {"name": "%s", "address": "192.0.2.1"}""".formatted(id)).expectStatus().isCreated();
        }
    }

    @AfterEach
    void removeTargetsAndWaitUntilAllClientsAreGone() {
        for (var id : List.of("till", "door")) {
            api.delete("/api/v1/targets/" + id);
        }
        await().until(() -> clients() == 0);
    }

    @Test
    void tellsAResultThatWasStored() throws Exception {
        try (var client = connect("")) {
            assertThat(client.status()).isEqualTo(200);
            assertThat(client.header("content-type")).startsWith("text/event-stream");
            assertThat(client.header("cache-control")).isEqualTo("no-store");

            var time = report("till", "[11.9, null, 12.4, 12.0, 11.8]");

            var message = client.next("result");
            assertThat(message.data()).isEqualTo("""
                    {"target":"till","probe":"office","time":"%s","latencyMillis":12.0,"lossPercent":20.0,\
                    "jitterMillis":0.3,"rttMillis":[11.9,null,12.4,12.0,11.8]}""".formatted(time));
        }
    }

    @Test
    void tellsAResultOnceHoweverOftenItIsSent() throws Exception {
        try (var client = connect("")) {
            var first = clock.instant();
            api.report("till", first, "[1.0]");
            api.report("till", first, "[1.0]");
            clock.advance(Duration.ofSeconds(1));
            var second = report("till", "[2.0]");

            assertThat(client.next("result").data()).contains(WireTime.format(first));
            assertThat(client.next("result").data()).contains(second);
        }
    }

    @Test
    void tellsWhyAProbeCouldNotMeasure() throws Exception {
        try (var client = connect("")) {
            api.post("/metrics", """
                    {"probe": "office", "results": [{"target": "till", "time": "%s", "rttMillis": [],
                      "error": {"scope": "probe", "reason": "No route"}}]}""".formatted(tick()));

            assertThat(client.next("result").data()).contains("\"latencyMillis\":null,\"lossPercent\":null", """
                            "error":{"scope":"probe","reason":"No route"}""");
        }
    }

    @Test
    void tellsAChangedStatusAsTheOverviewShowsIt() throws Exception {
        try (var client = connect("?target=till")) {
            report("till", "[1.0]");
            assertThat(client.next("status").data()).contains("\"status\":\"UP\"");

            report("till", "[null]");
            report("till", "[null]");

            var status = client.next("status").data();
            assertThat(status).contains("\"status\":\"DOWN\"");
            assertThat(body("/metrics")).contains(status);
        }
    }

    @Test
    void tellsAnIncidentAsTheApiShowsIt() throws Exception {
        try (var client = connect("?target=till")) {
            report("till", "[1.0]");
            report("till", "[null]");
            report("till", "[null]");

            var opened = client.next("incident").data();

            assertThat(opened).contains("\"target\":\"till\",\"open\":true").endsWith(",\"live\":true}");
            assertThat(body("/api/v1/incidents?target=till")).contains(opened.replace(",\"live\":true}", "}"));

            report("till", "[1.0]");
            report("till", "[1.0]");

            assertThat(client.next("incident").data()).contains("\"open\":false");
        }
    }

    @Test
    void tellsAResultBeforeWhatFollowsFromIt() throws Exception {
        try (var client = connect("?target=till")) {
            report("till", "[1.0]");

            assertThat(number(client.next("result").id()))
                    .isLessThan(number(client.next("status").id()));
        }
    }

    @Test
    void keepsTheOrderInWhichResultsWereStored() throws Exception {
        try (var client = connect("")) {
            var stored = new ArrayList<String>();
            for (int i = 0; i < 100; i++) {
                stored.add(report(i % 2 == 0 ? "till" : "door", "[1.0]"));
            }

            long before = -1;
            for (var time : stored) {
                var message = client.next("result");
                assertThat(message.data()).contains(time);
                assertThat(number(message.id())).isGreaterThan(before);
                before = number(message.id());
            }
        }
    }

    @Test
    void givesAClientThatComesBackWhatItMissed() throws Exception {
        String id;
        try (var client = connect("")) {
            report("till", "[1.0]");
            id = client.next("result").id();
        }
        var missed = List.of(report("till", "[2.0]"), report("door", "[3.0]"));

        try (var header = StreamClient.connect(port, "", id);
                var parameter = connect("?lastEventId=" + id);
                var both = StreamClient.connect(port, "?lastEventId=00000000-1", id)) {
            for (var client : List.of(header, parameter, both)) {
                for (var time : missed) {
                    var message = client.next("result");
                    assertThat(message.data()).contains(time);
                }
            }
        }
    }

    @Test
    void givesAClientThatLeftBeforeTheFirstEventWhatItMissed() throws Exception {
        String id;
        try (var client = connect("")) {
            id = client.nextHeartbeat();
        }
        var missed = report("till", "[1.0]");

        try (var client = StreamClient.connect(port, "", id)) {
            assertThat(client.next("result").data()).contains(missed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-1", "nonsense", "1", "00000000-99999999999999999999"})
    void tellsAClientThatMissedSomethingToReadEverythingAnew(String id) throws Exception {
        try (var client = StreamClient.connect(port, "", id)) {
            assertThat(client.next("reload").data()).isEqualTo("{}");
            var time = report("till", "[1.0]");
            assertThat(client.next("result").data()).contains(time);
        }
    }

    @Test
    void tellsAClientThatWasAwayForTooLongToReadEverythingAnew() throws Exception {
        String id;
        try (var client = connect("")) {
            id = client.nextHeartbeat();
        }
        await().until(() -> clients() == 0);
        clock.advance(Duration.ofMinutes(5));
        report("till", "[1.0]");

        try (var client = StreamClient.connect(port, "", id)) {
            assertThat(client.next("reload").data()).isEqualTo("{}");
        }
    }

    @Test
    void tellsOnlyOfTheTargetsThatAreAskedFor() throws Exception {
        try (var client = connect("?target=door")) {
            report("till", "[1.0]");
            var time = report("door", "[2.0]");

            assertThat(client.next("result").data()).contains("\"target\":\"door\"", time);
        }
        try (var client = connect("?target=door,till")) {
            report("till", "[1.0]");

            assertThat(client.next("result").data()).contains("\"target\":\"till\"");
        }
    }

    /** Or it would have to read everything anew when it comes back, though it missed nothing. */
    @Test
    void movesAClientOnThatWaitsForOtherTargets() throws Exception {
        try (var client = connect("?target=door")) {
            long before = number(client.nextHeartbeat());
            report("till", "[1.0]");

            await().until(() -> number(client.nextHeartbeat()) > before);
            assertThat(client.hasNext()).isFalse();
        }
    }

    @Test
    void refusesATargetThatDoesNotExist() {
        api.http()
                .get()
                .uri("/api/v1/stream?target=till&target=nothing")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("target");
    }

    @Test
    void describesItselfToWhoeverAsksForTheHeadersOnly() {
        api.http()
                .method(HttpMethod.HEAD)
                .uri("/api/v1/stream")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM);
    }

    @Test
    void dropsAClientThatReadsNothingAndKeepsTheOthers() throws Exception {
        double before = meters.get("noc.stream.dropped").counter().count();
        try (var deaf = deaf();
                var other = connect("?target=door")) {
            await().until(() -> clients() == 2);
            assertThat(deaf.isConnected()).isTrue();

            await().atMost(Duration.ofMinutes(1)).until(() -> {
                reportMuch("till");
                return meters.get("noc.stream.dropped").counter().count() > before;
            });

            var time = report("door", "[1.0]");
            assertThat(other.next("result").data()).contains(time);
        }
    }

    @Test
    void servesAThousandClientsAtOnceAndRefusesMore() throws Exception {
        var clients = new ArrayList<StreamClient>();
        try {
            for (int i = 0; i < 1_000; i++) {
                clients.add(connect(""));
            }
            await().until(() -> clients() == 1_000);
            var times = List.of(report("till", "[1.0]"), report("till", "[2.0]"));

            for (var client : clients) {
                assertThat(client.next("result").data()).contains(times.get(0));
                assertThat(client.next("result").data()).contains(times.get(1));
            }
            api.get("/api/v1/stream")
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("/problems/too-many-clients");
        } finally {
            clients.forEach(StreamClient::close);
        }
    }

    private StreamClient connect(String query) {
        return StreamClient.connect(port, query);
    }

    /** Asks for the stream, takes as little as a socket can, and reads nothing. */
    private Socket deaf() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(new InetSocketAddress("localhost", port));
        socket.getOutputStream()
                .write("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private String report(String target, String rttMillis) {
        var time = tick();
        api.report(target, clock.instant(), rttMillis);
        return time;
    }

    private void reportMuch(String target) {
        var samples = IntStream.range(0, 100).mapToObj(i -> "1.0").collect(Collectors.joining(","));
        var results = IntStream.range(0, 1_000)
                .mapToObj(i ->
                        "{\"target\":\"%s\",\"time\":\"%s\",\"rttMillis\":[%s]}".formatted(target, tick(), samples))
                .collect(Collectors.joining(","));
        api.post("/metrics", "{\"probe\": \"office\", \"results\": [" + results + "]}")
                .expectStatus()
                .isAccepted();
    }

    /** Returns a time that no result has yet. */
    private String tick() {
        clock.advance(Duration.ofMillis(1));
        return WireTime.format(clock.instant());
    }

    private String body(String path) {
        return requireNonNull(api.get(path).returnResult(String.class).getResponseBody());
    }

    private double clients() {
        return meters.get("noc.stream.clients").gauge().value();
    }

    private static long number(String id) {
        return EventId.parse(id).orElseThrow().number();
    }
}
