package dev.noc.backend.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import dev.noc.backend.SettableClock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@BackendTest
class ReportApiTest {

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void addTarget() {
        api.post("/api/v1/targets", """
                {"id": "till", "name": "Till", "address": "192.0.2.1"}""");
    }

    @Test
    void storesARoundOnceHoweverOftenItIsSent() {
        var time = clock.instant().minusSeconds(60);

        api.report("till", time, "[1.0]").json("""
                {"accepted": 1, "duplicates": 0, "ignored": 0}""");
        api.report("till", time, "[1.0]").json("""
                {"accepted": 0, "duplicates": 1, "ignored": 0}""");
    }

    @Test
    void ignoresATargetThatDoesNotExist() {
        api.report("nothing", clock.instant(), "[1.0]").json("""
                {"accepted": 0, "duplicates": 0, "ignored": 1}""");
    }

    @Test
    void takesFieldsOfANewerProbe() {
        post("""
                {"probe": "office", "version": 2, "results": [
                  {"target": "till", "time": "2026-11-20T08:00:00Z", "rttMillis": [1.0], "late": 3}]}""").expectStatus().isAccepted();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"target": "till", "time": "2026-11-20T08:00:00Z", "rttMillis": []}                        | results[0].rttMillis
                    {"target": "till", "time": "2026-11-20T08:00:00Z"}                                         | results[0].rttMillis
                    {"target": "till", "time": "2026-11-20T08:00:00Z", "rttMillis": [1.0, -1.0]}               | results[0].rttMillis[1]
                    {"target": "till", "time": "2026-11-20T08:00:00Z", "rttMillis": [1e999]}                   | results[0].rttMillis[0]
                    {"target": "till", "time": "2026-11-20T08:00:00Z", "rttMillis": ["1.0"]}                   | results[0].rttMillis[0]
                    {"target": "till", "rttMillis": [1.0]}                                                     | results[0].time
                    {"target": "till", "time": "soon", "rttMillis": [1.0]}                                     | results[0].time
                    {"time": "2026-11-20T08:00:00Z", "rttMillis": [1.0]}                                       | results[0].target
                    {"target": "till", "time": "2026-11-20T08:00:00Z", "rttMillis": [], "error": {"scope": "x", "reason": "y"}} | results[0].error.scope
                    {"target": "till", "time": "2026-11-20T08:00:00Z", "rttMillis": [null], "error": {"scope": "target"}}       | results[0].error.reason
                    null                                                                                       | results[0]
                    """)
    void refusesAMalformedResultAndNamesTheField(String result, String field) {
        post("""
                {"probe": "office", "results": [%s]}""".formatted(result))
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"tlsExpiry": [1]}      | results[0].attributes.tlsExpiry
            {"tlsExpiry": {}}       | results[0].attributes.tlsExpiry
            {"tlsExpiry": null}     | results[0].attributes.tlsExpiry
            {"tlsMillis": 1e999}    | results[0].attributes.tlsMillis
            {"ok": true, "Status": 200} | results[0].attributes.Status
            {"a-b": 1}              | results[0].attributes.a-b
            {"": 1}                 | results[0].attributes.
            "none"                  | results[0].attributes
            """)
    void refusesMalformedAttributesAndNamesThem(String attributes, String field) {
        postAttributes(attributes)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void takesAttributesAsLongAndAsManyAsTheyMayBe() {
        postAttributes("{\"%s\": \"%s\"}".formatted("a".repeat(40), "x".repeat(500)))
                .expectStatus()
                .isAccepted();
        postAttributes(attributes(20)).expectStatus().isAccepted();
        postAttributes("null").expectStatus().isAccepted();

        postAttributes("{\"a\": \"%s\"}".formatted("x".repeat(501)))
                .expectStatus()
                .isBadRequest();
        postAttributes("{\"%s\": 1}".formatted("a".repeat(41))).expectStatus().isBadRequest();
        postAttributes(attributes(21)).expectStatus().isBadRequest();
    }

    @Test
    void refusesABatchWholeForOneMalformedResult() {
        var good = """
                {"target": "till", "time": "2026-11-20T07:00:00Z", "rttMillis": [1.0]}""";
        post("""
                {"probe": "office", "results": [%s, {"target": "till"}]}""".formatted(good)).expectStatus().isBadRequest();

        post("""
                {"probe": "office", "results": [%s]}""".formatted(good)).expectBody().json("""
                {"accepted": 1, "duplicates": 0, "ignored": 0}""");
    }

    @Test
    void takesATimeFiveMinutesAheadAndNoMore() {
        api.report("till", clock.instant().plusSeconds(300), "[1.0]");

        post("""
                {"probe": "office", "results": [{"target": "till", "time": "%s", "rttMillis": [1.0]}]}
                """.formatted(clock.instant().plusMillis(300_001)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].message")
                .value(String.class, message -> assertThat(message).contains("5 minutes ahead", "NTP"));
    }

    @Test
    void takesAHundredSamplesAndNoMore() {
        api.report("till", clock.instant().minusSeconds(1), array(100, "1.0"));

        post("""
                {"probe": "office", "results": [{"target": "till", "time": "2026-11-20T08:00:00Z", "rttMillis": %s}]}
                """.formatted(array(101, "1.0"))).expectStatus().isBadRequest();
    }

    @Test
    void takesAThousandResultsAndNoMore() {
        var result = """
                {"target": "till", "time": "2026-11-20T08:00:00Z", "rttMillis": [1.0]}""";
        post("{\"probe\": \"office\", \"results\": " + array(1_000, result) + "}")
                .expectStatus()
                .isAccepted();

        post("{\"probe\": \"office\", \"results\": " + array(1_001, result) + "}")
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/too-many-results");
    }

    private ResponseSpec postAttributes(String attributes) {
        return post("""
                {"probe": "office", "results": [
                  {"target": "till", "time": "2026-11-20T06:00:00Z", "rttMillis": [1.0], "attributes": %s}]}
                """.formatted(attributes));
    }

    private static String attributes(int count) {
        return IntStream.range(0, count).mapToObj("\"a%d\": 1"::formatted).collect(Collectors.joining(",", "{", "}"));
    }

    private ResponseSpec post(String json) {
        return api.post("/metrics", json);
    }

    private static String array(int count, String element) {
        return IntStream.range(0, count).mapToObj(i -> element).collect(Collectors.joining(",", "[", "]"));
    }
}
