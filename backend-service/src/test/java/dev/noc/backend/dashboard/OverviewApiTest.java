package dev.noc.backend.dashboard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import dev.noc.backend.SettableClock;
import dev.noc.protocol.WireTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@BackendTest
class OverviewApiTest {

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Test
    void showsTheContractsExample() {
        add("example");
        api.report("example", clock.instant(), "[11.9, null, 12.4, 12.0, 11.8]");

        var now = WireTime.format(clock.instant());
        assertThat(entry("example")).isEqualTo("""
                {"id":"example","name":"example","address":"192.0.2.1","check":"icmp","status":"UP",\
                "reachable":true,"since":"%1$s","lastChecked":"%1$s","latencyMillis":12.0,"lossPercent":20.0,\
                "jitterMillis":0.3,"message":"4 of 5 replies, 12.0 ms"}""".formatted(now));
    }

    @Test
    void showsWhatTheNewestRoundFoundOutBesides() {
        addShop("web");
        reportHttp("web", """
                {"statusCode": 200, "tlsExpiry": "2027-01-01T00:00:00.000Z"}""");

        assertThat(entry("web")).endsWith("""
                "message":"status 200, 34.1 ms","attributes":{"statusCode":200,"tlsExpiry":"2027-01-01T00:00:00.000Z"}""" + "}");

        clock.advance(Duration.ofSeconds(1));
        reportHttp("web", "{}");

        assertThat(entry("web")).doesNotContain("attributes");
    }

    @Test
    void tellsPrometheusThePartsOfARequestAndWhenTheCertificateExpires() {
        addShop("tls");
        reportHttp("tls", """
                {"resolveMillis": 2, "connectMillis": 4.5, "tlsMillis": 9, "firstByteMillis": 18.6,
                 "tlsExpiry": "2027-01-01T00:00:00.000Z"}""");

        assertThat(exposition())
                .contains("noc_tls_certificate_expiry_timestamp_seconds{probe=\"office\",target=\"tls\"} 1.7987616E9")
                .contains("noc_http_phase_seconds{phase=\"resolve\",probe=\"office\",target=\"tls\"} 0.002")
                .contains("noc_http_phase_seconds{phase=\"first_byte\",probe=\"office\",target=\"tls\"} 0.0186");

        clock.advance(Duration.ofSeconds(1));
        reportHttp("tls", """
                {"resolveMillis": 3, "tlsExpiry": "never"}""");

        assertThat(exposition())
                .contains("noc_http_phase_seconds{phase=\"resolve\",probe=\"office\",target=\"tls\"} 0.003")
                .doesNotContain("noc_tls_certificate_expiry_timestamp_seconds{probe=\"office\",target=\"tls\"}")
                .doesNotContain("phase=\"tls\",probe=\"office\",target=\"tls\"");
    }

    @Test
    void showsPrometheusNothingOfAnotherCheckOrOfAProbeThatIsGone() {
        var attributes = """
                {"resolveMillis": 2, "tlsExpiry": "2027-01-01T00:00:00.000Z"}""";
        addShop("changed");
        reportHttp("changed", attributes);
        addShop("left");
        reportHttp("left", attributes);
        assertThat(exposition()).contains("phase=\"resolve\",probe=\"office\",target=\"left\"");

        api.put("/api/v1/targets/changed", """
                {"name": "changed", "address": "192.0.2.1"}""");
        assertThat(exposition()).doesNotContain("phase=\"resolve\",probe=\"office\",target=\"changed\"");

        clock.advance(Duration.ofSeconds(31));
        assertThat(exposition()).doesNotContain("phase=\"resolve\",probe=\"office\",target=\"left\"");
    }

    @Test
    void showsATargetThatHasNoResultYet() {
        add("fresh");

        assertThat(entry("fresh")).isEqualTo("""
                {"id":"fresh","name":"fresh","address":"192.0.2.1","check":"icmp","status":"UNKNOWN",\
                "reachable":false,"since":null,"lastChecked":null,"latencyMillis":null,"lossPercent":null,\
                "jitterMillis":null,"message":"No result yet"}""");
    }

    @Test
    void turnsUnknownWhenNoResultComesAnyMore() {
        add("gone");
        api.report("gone", clock.instant(), "[1.0]");

        clock.advance(Duration.ofSeconds(31));

        assertThat(entry("gone")).contains("\"status\":\"UNKNOWN\"", "\"message\":\"No result since ");
    }

    @Test
    void showsAtOnceWhatChangedSinceSomebodyAskedBefore() {
        add("watched");
        add("beside");
        api.report("watched", clock.instant(), "[1.0]");
        api.report("beside", clock.instant(), "[2.0]");
        assertThat(entry("watched")).contains("\"status\":\"UP\"", "1 of 1 replies, 1.0 ms");

        clock.advance(Duration.ofSeconds(30));
        assertThat(entry("watched")).contains("\"status\":\"UP\"");
        clock.advance(Duration.ofMillis(1));
        assertThat(entry("watched")).contains("\"status\":\"UNKNOWN\"", "No result since ");

        api.report("watched", clock.instant(), "[3.0, null]");
        assertThat(entry("watched")).contains("\"status\":\"DEGRADED\"", "1 of 2 replies, 3.0 ms");
        assertThat(entry("beside")).contains("\"status\":\"UNKNOWN\"");
    }

    @Test
    void showsAtOnceThatATargetIsEditedMadeOrDeleted() {
        add("renamed");
        add("renamed-too");
        add("leaving");
        api.report("renamed", clock.instant(), "[1.0]");
        api.report("leaving", clock.instant(), "[4.0]");
        assertThat(entry("renamed")).contains("\"name\":\"renamed\"");

        api.put("/api/v1/targets/renamed", """
                {"name": "zz", "address": "192.0.2.7"}""").expectStatus().isOk();
        assertThat(entry("renamed")).contains("\"name\":\"zz\",\"address\":\"192.0.2.7\"", "1 of 1 replies, 1.0 ms");
        api.get("/metrics").expectBody().jsonPath("$.targets[-1].id").isEqualTo("renamed");

        api.delete("/api/v1/targets/leaving");
        assertThat(ids())
                .doesNotContain("leaving")
                .contains("renamed", "renamed-too")
                .doesNotHaveDuplicates();

        add("leaving");
        assertThat(entry("leaving")).contains("No result yet");
        assertThat(entry("renamed-too")).contains("No result yet");
        assertThat(entry("renamed")).contains("1 of 1 replies, 1.0 ms");
    }

    @Test
    void turnsDownAfterTwoSilentRounds() {
        add("silent");
        api.report("silent", clock.instant().minusSeconds(20), "[1.0]");
        api.report("silent", clock.instant().minusSeconds(10), "[null, null]");
        api.report("silent", clock.instant(), "[null, null]");

        assertThat(entry("silent")).contains("\"status\":\"DOWN\"", "\"message\":\"0 of 2 replies\"");
    }

    @Test
    void followsEachTargetOfAReportOnItsOwn() {
        add("first");
        add("second");
        for (int seconds : new int[] {10, 0}) {
            var time = WireTime.format(clock.instant().minusSeconds(seconds));
            api.post("/metrics", """
                    {"probe": "office", "results": [
                      {"target": "first", "time": "%1$s", "rttMillis": [null]},
                      {"target": "second", "time": "%1$s", "rttMillis": [1.0]}]}""".formatted(time)).expectStatus().isAccepted();
        }

        assertThat(entry("first")).contains("\"status\":\"DOWN\"");
        assertThat(entry("second")).contains("\"status\":\"UP\"");
    }

    @Test
    void leavesOutWhatIsPaused() {
        add("paused");
        api.put("/api/v1/targets/paused", """
                {"name": "paused", "address": "192.0.2.1", "enabled": false}""");

        api.get("/metrics")
                .expectBody()
                .jsonPath("$.targets[?(@.id == 'paused')]")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain;version=0.0.4", "application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.1"})
    void givesPrometheusItsFormat(String accept) {
        add("scraped");
        api.report("scraped", clock.instant(), "[1.0, null]");

        var exposition = api.http()
                .get()
                .uri("/metrics")
                .header("Accept", accept)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();

        assertThat(exposition)
                .contains("noc_target_up{target=\"scraped\"} 1.0")
                .contains("noc_target_info{check=\"icmp\",target=\"scraped\"} 1")
                .contains("noc_ping_sent_total{probe=\"office\",target=\"scraped\"} ")
                .contains("noc_ping_rtt_seconds_bucket{probe=\"office\",target=\"scraped\",le=\"0.0025\"} ");
    }

    @Test
    void forgetsTheMetersOfADeletedTarget() {
        add("brief");
        api.report("brief", clock.instant(), "[1.0]");

        api.delete("/api/v1/targets/brief");

        var exposition = api.get("/actuator/prometheus").returnResult(String.class);
        assertThat(exposition.getResponseBody()).doesNotContain("target=\"brief\"");
    }

    private void add(String id) {
        api.post("/api/v1/targets", """
                {"name": "%s", "address": "192.0.2.1"}""".formatted(id));
    }

    private void addShop(String id) {
        api.post("/api/v1/targets", """
                {"name": "%s", "check": "http", "address": "https://shop.example"}""".formatted(id)).expectStatus().isCreated();
    }

    private void reportHttp(String id, String attributes) {
        api.post("/metrics", """
                {"probe": "office", "results": [
                  {"target": "%s", "time": "%s", "rttMillis": [34.1], "attributes": %s}]}
                """.formatted(id, WireTime.format(clock.instant()), attributes))
                .expectStatus()
                .isAccepted();
    }

    private String exposition() {
        return requireNonNull(
                api.get("/actuator/prometheus").returnResult(String.class).getResponseBody());
    }

    private List<String> ids() {
        return JsonPath.read(body(), "$.targets[*].id");
    }

    private String body() {
        return requireNonNull(api.get("/metrics").returnResult(String.class).getResponseBody());
    }

    /** Returns one target of the answer as it crossed the wire. */
    private String entry(String id) {
        var body = body();
        int from = body.indexOf("{\"id\":\"" + id + "\"");
        int next = body.indexOf(",{\"id\"", from);
        return body.substring(from, next < 0 ? body.length() - "]}".length() : next);
    }
}
