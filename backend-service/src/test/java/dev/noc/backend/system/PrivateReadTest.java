package dev.noc.backend.system;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@BackendTest
@TestPropertySource(properties = "noc.security.public-read=false")
class PrivateReadTest {

    @Autowired
    Api api;

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

    @Test
    void asksForTheTokenOfTheStream() {
        api.get("/api/v1/stream").expectStatus().isUnauthorized();
    }

    @Test
    void leavesHealthOpen() {
        api.get("/actuator/health/liveness").expectStatus().isOk();
    }
}
