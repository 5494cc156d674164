package dev.noc.backend.dashboard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import dev.noc.backend.SettableClock;
import dev.noc.protocol.WireTime;
import java.time.Duration;
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
    void turnsDownAfterTwoSilentRounds() {
        add("silent");
        api.report("silent", clock.instant().minusSeconds(20), "[1.0]");
        api.report("silent", clock.instant().minusSeconds(10), "[null, null]");
        api.report("silent", clock.instant(), "[null, null]");

        assertThat(entry("silent")).contains("\"status\":\"DOWN\"", "\"message\":\"0 of 2 replies\"");
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

    /** Returns one target of the answer as it crossed the wire. */
    private String entry(String id) {
        var body = requireNonNull(api.get("/metrics").returnResult(String.class).getResponseBody());
        int from = body.indexOf("{\"id\":\"" + id + "\"");
        return body.substring(from, body.indexOf('}', from) + 1);
    }
}
