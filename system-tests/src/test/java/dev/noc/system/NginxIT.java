package dev.noc.system;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noc.system.machine.Docker;
import dev.noc.system.machine.Need;
import dev.noc.system.machine.Needs;
import dev.noc.system.noc.Api;
import dev.noc.system.noc.Stack;
import dev.noc.system.noc.StackExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the nginx before noc says, passes on and keeps to itself. */
@Needs({Need.ENGINE, Need.NAMESPACES})
@ExtendWith(StackExtension.class)
class NginxIT {

    private final Stack noc;
    private final Api api;

    NginxIT(Stack noc) {
        this.noc = noc;
        this.api = noc.api();
    }

    @ParameterizedTest
    @CsvSource({"/, 200", "/metrics, 200", "/no/such/page, 404", "/api/v1/targets/no-such-target, 404"})
    void protectsEveryAnswer(String path, int status) {
        var answer = api.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-security-policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
        assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(answer.header("server")).as("no version").doesNotContain("/");
    }

    @ParameterizedTest
    @CsvSource({
        "/metrics,                    application/json",
        "/api/v1/targets,             application/json",
        "/v3/api-docs,                application/json",
        "/actuator/health/readiness,  application/"
    })
    void passesTheApiOn(String path, String contentType) {
        var answer = api.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith(contentType);
        assertThat(answer.json().isContainer()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain;version=0.0.4", "application/openmetrics-text"})
    void passesOnThatPrometheusIsAnsweredInItsOwnFormat(String accepted) {
        var answer = api.get("/metrics", accepted);

        assertThat(answer.header("content-type"))
                .startsWith(accepted.replace(";", "; ").substring(0, 10));
        assertThat(answer.body()).contains("noc_target_up{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/prometheus", "/actuator/env", "/api/..;/actuator/prometheus"})
    void keepsToItselfWhatIsNotForEverybody(String path) {
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    @Test
    void startsAndServesThePageWhileTheBackendIsAwayAndFindsItAgain() {
        noc.withoutBackend(() -> {
            Docker.run("restart", "network-frontend");
            await("nginx answers")
                    .atMost(ofSeconds(15))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(api.get("/").status()).isEqualTo(200));

            var answer = api.get("/metrics");
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
            assertThat(answer.json().path("detail").asString()).contains("docker compose logs backend");
        });

        await("nginx finds the backend")
                .atMost(ofSeconds(15))
                .untilAsserted(() -> assertThat(api.get("/metrics").status()).isEqualTo(200));
    }
}
