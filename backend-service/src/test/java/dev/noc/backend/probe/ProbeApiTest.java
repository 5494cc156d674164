package dev.noc.backend.probe;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import dev.noc.backend.SettableClock;
import dev.noc.protocol.WireTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@BackendTest
@ExtendWith(OutputCaptureExtension.class)
class ProbeApiTest {

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Test
    void listsWhoReported() {
        report("lister", "one");
        var time = WireTime.format(clock.instant());

        assertThat(entry("lister")).isEqualTo("""
                {"id":"lister","lastSeen":"%s","reporting":true,"address":"127.0.0.1","instance":"one",\
                "conflict":false}""".formatted(time));
    }

    @Test
    void tellsAProbeThatIsSilentForAMinute() {
        report("silent", null);

        clock.advance(Duration.ofSeconds(60));
        assertThat(entry("silent")).contains("\"reporting\":true", "\"instance\":null");

        clock.advance(Duration.ofSeconds(1));
        assertThat(entry("silent")).contains("\"reporting\":false");
    }

    @Test
    void takesANewProcessForARestart() {
        report("restarted", "one").expectHeader().doesNotExist("Noc-Probe-Conflict");
        report("restarted", "two").expectHeader().doesNotExist("Noc-Probe-Conflict");
        report("restarted", "two").expectHeader().doesNotExist("Noc-Probe-Conflict");

        assertThat(entry("restarted")).contains("\"instance\":\"two\"", "\"conflict\":false");
        assertThat(exposition()).contains("noc_probe_conflict{probe=\"restarted\"} 0.0");
    }

    @Test
    void tellsBothProcessesThatTheyAreTwoUntilOneIsSilent(CapturedOutput log) {
        report("double", "one");
        report("double", "two");
        for (int i = 0; i < 3; i++) {
            report("double", "one").expectHeader().valueEquals("Noc-Probe-Conflict", "true");
            clock.advance(Duration.ofSeconds(2));
            report("double", "two").expectHeader().valueEquals("Noc-Probe-Conflict", "true");
        }

        assertThat(entry("double")).contains("\"conflict\":true");
        assertThat(exposition()).contains("noc_probe_conflict{probe=\"double\"} 1.0");
        assertThat(log.getOut()).containsOnlyOnce("Two processes report as probe double");

        clock.advance(Duration.ofMinutes(10));
        report("double", "two").expectHeader().doesNotExist("Noc-Probe-Conflict");
        assertThat(entry("double")).contains("\"conflict\":false");
    }

    @Test
    void doesNotTakeAnyTextForTheNameOfAProcess() {
        report("odd", "x".repeat(65))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Noc-Probe-Instance");

        assertThat(probes()).doesNotContain("\"odd\"");
    }

    @Test
    void doesNotBelieveWhatAClientSaysOfItsAddress() {
        report("forwarded", "one", "192.0.2.77");

        assertThat(entry("forwarded")).contains("\"address\":\"127.0.0.1\"");
    }

    private ResponseSpec report(String probe, @Nullable String instance) {
        return report(probe, instance, null);
    }

    private ResponseSpec report(String probe, @Nullable String instance, @Nullable String forwardedFor) {
        return api.http()
                .post()
                .uri("/metrics")
                .headers(headers -> {
                    headers.setBearerAuth("secret");
                    headers.setContentType(MediaType.APPLICATION_JSON);
                    if (instance != null) {
                        headers.set("Noc-Probe-Instance", instance);
                    }
                    if (forwardedFor != null) {
                        headers.set("X-Forwarded-For", forwardedFor);
                    }
                })
                .body("""
                        {"probe": "%s", "results": [{"target": "google-dns", "time": "%s", "rttMillis": [1.0]}]}
                        """.formatted(probe, WireTime.format(Instant.EPOCH)))
                .exchange();
    }

    private String probes() {
        return requireNonNull(
                api.get("/api/v1/probes").returnResult(String.class).getResponseBody());
    }

    /** Returns one probe of the answer as it crossed the wire. */
    private String entry(String id) {
        int from = probes().indexOf("{\"id\":\"" + id + "\"");
        return probes().substring(from, probes().indexOf('}', from) + 1);
    }

    private String exposition() {
        return requireNonNull(
                api.get("/actuator/prometheus").returnResult(String.class).getResponseBody());
    }
}
