package dev.noc.backend.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@BackendTest
class ProblemsTest {

    private static final int LIMIT = 1 << 20;

    @Autowired
    Api api;

    @Test
    void sayWhereJsonBreaksOff() {
        detail(api.post("/metrics", "{\"probe\":"), HttpStatus.BAD_REQUEST, "line 1, column");
    }

    @Test
    void sayThatABodyIsMissing() {
        detail(api.post("/metrics", ""), HttpStatus.BAD_REQUEST, "The body is missing");
    }

    @Test
    void sayWhichContentTypeIsTaken() {
        var answer = api.http()
                .post()
                .uri("/metrics")
                .headers(headers -> headers.setBearerAuth("secret"))
                .contentType(MediaType.TEXT_PLAIN)
                .body("{}")
                .exchange();

        detail(answer, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "application/json");
    }

    @Test
    void sayThatAPathIsUnknown() {
        detail(api.get("/api/v1/nothing"), HttpStatus.NOT_FOUND, "/v3/api-docs");
    }

    @Test
    void sayWhatAMethodMayBe() {
        var answer = api.post("/api/v1/targets/google-dns", "{}");

        answer.expectHeader().value("Allow", allow -> assertThat(allow).contains("GET", "PUT", "DELETE"));
        detail(answer, HttpStatus.METHOD_NOT_ALLOWED, "POST");
    }

    @Test
    void sayThatABodyIsTooLarge() {
        detail(api.post("/metrics", " ".repeat(LIMIT + 1)), HttpStatus.CONTENT_TOO_LARGE, "1,048,576");
    }

    @Test
    void sayThatABodyOfUnknownLengthIsTooLarge() {
        var body = new InputStreamResource(
                new ByteArrayInputStream(" ".repeat(LIMIT + 1).getBytes(StandardCharsets.UTF_8)));
        var answer = api.http()
                .post()
                .uri("/metrics")
                .headers(headers -> headers.setBearerAuth("secret"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();

        detail(answer, HttpStatus.CONTENT_TOO_LARGE, "1,048,576");
    }

    private static void detail(ResponseSpec answer, HttpStatus status, String part) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains(part));
    }
}
