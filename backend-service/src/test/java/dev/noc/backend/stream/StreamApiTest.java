package dev.noc.backend.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.Api;
import dev.noc.backend.SettableClock;
import dev.noc.protocol.WireTime;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** What the stream tells, and in which order. */
class StreamApiTest extends StreamingTest {

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Test
    void tellsAResultThatWasStored() throws Exception {
        try (var client = backend.connect("")) {
            assertThat(client.status()).isEqualTo(200);
            assertThat(client.header("content-type")).startsWith("text/event-stream");
            assertThat(client.header("cache-control")).isEqualTo("no-store");

            var time = backend.report("till", "[11.9, null, 12.4, 12.0, 11.8]");

            var message = client.next("result");
            assertThat(message.data()).isEqualTo("""
                    {"target":"till","probe":"office","time":"%s","latencyMillis":12.0,"lossPercent":20.0,\
                    "jitterMillis":0.3,"rttMillis":[11.9,null,12.4,12.0,11.8]}""".formatted(time));
        }
    }

    @Test
    void tellsAResultOnceHoweverOftenItIsSent() throws Exception {
        try (var client = backend.connect("")) {
            var first = clock.instant();
            api.report("till", first, "[1.0]");
            api.report("till", first, "[1.0]");
            clock.advance(Duration.ofSeconds(1));
            var second = backend.report("till", "[2.0]");

            assertThat(client.next("result").data()).contains(WireTime.format(first));
            assertThat(client.next("result").data()).contains(second);
        }
    }

    @Test
    void tellsWhyAProbeCouldNotMeasure() throws Exception {
        try (var client = backend.connect("")) {
            api.post("/metrics", """
                    {"probe": "office", "results": [{"target": "till", "time": "%s", "rttMillis": [],
                      "error": {"scope": "probe", "reason": "No route"}}]}""".formatted(backend.tick()));

            assertThat(client.next("result").data()).contains("\"latencyMillis\":null,\"lossPercent\":null", """
                            "error":{"scope":"probe","reason":"No route"}""");
        }
    }

    @Test
    void tellsAChangedStatusAsTheOverviewShowsIt() throws Exception {
        try (var client = backend.connect("?target=till")) {
            backend.report("till", "[1.0]");
            assertThat(client.next("status").data()).contains("\"status\":\"UP\"");

            backend.report("till", "[null]");
            backend.report("till", "[null]");

            var status = client.next("status").data();
            assertThat(status).contains("\"status\":\"DOWN\"");
            assertThat(backend.body("/metrics")).contains(status);
        }
    }

    @Test
    void tellsAnIncidentAsTheApiShowsIt() throws Exception {
        try (var client = backend.connect("?target=till")) {
            backend.report("till", "[1.0]");
            backend.report("till", "[null]");
            backend.report("till", "[null]");

            var opened = client.next("incident").data();

            assertThat(opened).contains("\"target\":\"till\",\"open\":true").endsWith(",\"live\":true}");
            assertThat(backend.body("/api/v1/incidents?target=till")).contains(opened.replace(",\"live\":true}", "}"));

            backend.report("till", "[1.0]");
            backend.report("till", "[1.0]");

            assertThat(client.next("incident").data()).contains("\"open\":false");
        }
    }

    @Test
    void tellsAResultBeforeWhatFollowsFromIt() throws Exception {
        try (var client = backend.connect("?target=till")) {
            backend.report("till", "[1.0]");

            assertThat(StreamingBackend.number(client.next("result").id()))
                    .isLessThan(StreamingBackend.number(client.next("status").id()));
        }
    }

    @Test
    void keepsTheOrderInWhichResultsWereStored() throws Exception {
        try (var client = backend.connect("")) {
            var stored = new ArrayList<String>();
            for (int i = 0; i < 100; i++) {
                stored.add(backend.report(i % 2 == 0 ? "till" : "door", "[1.0]"));
            }

            long before = -1;
            for (var time : stored) {
                var message = client.next("result");
                assertThat(message.data()).contains(time);
                assertThat(StreamingBackend.number(message.id())).isGreaterThan(before);
                before = StreamingBackend.number(message.id());
            }
        }
    }

    @Test
    void tellsOnlyOfTheTargetsThatAreAskedFor() throws Exception {
        try (var client = backend.connect("?target=door")) {
            backend.report("till", "[1.0]");
            var time = backend.report("door", "[2.0]");

            assertThat(client.next("result").data()).contains("\"target\":\"door\"", time);
        }
        try (var client = backend.connect("?target=door,till")) {
            backend.report("till", "[1.0]");

            assertThat(client.next("result").data()).contains("\"target\":\"till\"");
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
}
