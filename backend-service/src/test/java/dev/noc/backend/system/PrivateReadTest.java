package dev.noc.backend.system;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@BackendTest
@TestPropertySource(properties = "noc.security.public-read=false")
class PrivateReadTest {

    @Autowired
    Api api;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/api/v1/targets", "/v3/api-docs"})
    void asksForTheTokenWhereDataIsShown(String path) {
        api.get(path).expectStatus().isUnauthorized();
        api.http()
                .get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth("secret"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** What the server takes for the same path. */
    @ParameterizedTest
    @ValueSource(strings = {"/%6detrics", "/%61pi/v1/targets", "/api;a=b/v1/targets", "/./api/v1/targets"})
    void asksForTheTokenHoweverAPathIsWritten(String path) {
        api.http()
                .get()
                .uri(URI.create("http://localhost:" + port + path))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void asksForTheTokenOfTheStream() {
        api.get("/api/v1/stream").expectStatus().isUnauthorized();
    }

    @Test
    void leavesHealthOpen() {
        api.get("/actuator/health/liveness").expectStatus().isOk();
    }
}
