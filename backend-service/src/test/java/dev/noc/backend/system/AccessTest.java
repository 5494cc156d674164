package dev.noc.backend.system;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

@BackendTest
class AccessTest {

    @Autowired
    Api api;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics",
                "/api/v1/targets",
                "/v3/api-docs",
                "/actuator/health/readiness",
                "/actuator/prometheus"
            })
    void readingNeedsNoToken(String path) {
        api.get(path).expectStatus().isOk();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /metrics",
        "POST, /api/v1/targets",
        "PUT, /api/v1/targets/google-dns",
        "DELETE, /api/v1/targets/google-dns"
    })
    void writingWithoutATokenIsUnauthorized(String method, String path) {
        api.http()
                .method(HttpMethod.valueOf(method))
                .uri(path)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "secret2", "Secret"})
    void writingWithAnotherTokenIsForbidden(String token) {
        api.http()
                .delete()
                .uri("/api/v1/targets/google-dns")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void anotherSchemeIsNoToken() {
        api.http()
                .delete()
                .uri("/api/v1/targets/google-dns")
                .header(HttpHeaders.AUTHORIZATION, "Basic c2VjcmV0")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }
}
