package dev.noc.backend;

import dev.noc.protocol.WireTime;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** The backend's API as a client with the token sees it, over a real socket. */
@Lazy
public class Api {

    private final RestTestClient http;

    Api(@Value("${local.server.port}") int port) {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    /** The client itself, without a token. */
    public RestTestClient http() {
        return http;
    }

    public ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }

    public ResponseSpec post(String path, String json) {
        return http.post().uri(path).headers(Api::present).body(json).exchange();
    }

    public ResponseSpec put(String path, String json) {
        return http.put().uri(path).headers(Api::present).body(json).exchange();
    }

    public ResponseSpec delete(String path) {
        return http.delete().uri(path).headers(Api::present).exchange();
    }

    /** Reports one round of a target; {@code rttMillis} is a JSON array. */
    public BodyContentSpec report(String target, Instant time, String rttMillis) {
        return post("/metrics", """
                        {"probe": "office", "results": [{"target": "%s", "time": "%s", "rttMillis": %s}]}
                        """.formatted(target, WireTime.format(time), rttMillis))
                .expectStatus()
                .isAccepted()
                .expectBody();
    }

    private static void present(HttpHeaders headers) {
        headers.setBearerAuth("secret");
        headers.setContentType(MediaType.APPLICATION_JSON);
    }
}
