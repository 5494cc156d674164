package dev.noc.probe.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.noc.probe.backend.FakeBackend.Reply;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendTest {

    @TempDir
    Path dir;

    private FakeBackend server;

    @BeforeEach
    void start() throws IOException {
        server = FakeBackend.start(request -> new Reply(200, "[]", Map.of("ETag", "\"7\"")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksWithItsTokenAndTheVersionThatItKnows() throws Exception {
        var answer = server.client().get("/api/v1/targets", "\"6\"");

        assertThat(answer).isEqualTo(new Answer(200, "\"7\"", "[]", false));
        assertThat(server.next())
                .isEqualTo(new FakeBackend.Request("GET", "/api/v1/targets", "Bearer secret", "\"6\"", ""));
    }

    @Test
    void keepsThePathOfABackendBehindAProxy() throws Exception {
        try (var backend = FakeBackend.client(server.url().resolve("/noc/"))) {
            backend.post("/metrics", "{}".getBytes(UTF_8));

            assertThat(server.next().path()).isEqualTo("/noc/metrics");
        }
    }

    @Test
    void readsTheTokenFileAgainWhenTheTokenIsRefused() throws Exception {
        var file = Files.writeString(dir.resolve("token"), "old\n");
        server.answer(request -> Reply.of("Bearer new".equals(request.authorization()) ? 202 : 403, ""));
        var properties = new BackendProperties(server.url(), "", file);

        try (var backend = new Backend(properties, new Token(properties))) {
            assertThat(backend.post("/metrics", "{}".getBytes(UTF_8)).status()).isEqualTo(403);
            Files.writeString(file, "new\n");
            assertThat(backend.post("/metrics", "{}".getBytes(UTF_8)).status()).isEqualTo(202);
        }
    }

    @Test
    void asksWithoutATokenAsLongAsThereIsNone() throws Exception {
        var properties = new BackendProperties(server.url(), "", dir.resolve("missing"));

        try (var backend = new Backend(properties, new Token(properties))) {
            backend.get("/api/v1/targets", null);
            assertThat(server.next().authorization()).isNull();
        }
    }

    @Test
    void saysThatNobodyIsThere() {
        var url = server.url();
        server.close();

        try (var backend = FakeBackend.client(url)) {
            assertThatThrownBy(() -> backend.get("/api/v1/targets", null))
                    .isInstanceOf(BackendAwayException.class)
                    .hasMessage("it does not accept connections");
        }
    }

    @Test
    void saysThatTheNameIsUnknown() {
        var unknown = new ConnectException();
        unknown.initCause(new UnresolvedAddressException());

        assertThat(BackendAwayException.because(new ExecutionException(unknown)).reason())
                .isEqualTo("its name cannot be resolved");
    }

    @Test
    void saysThatNoAnswerCameInTime() {
        assertThat(BackendAwayException.because(new TimeoutException()).reason())
                .isEqualTo("it does not answer in time");
    }

    @Test
    void saysThatTheConnectionBroke() {
        assertThat(BackendAwayException.because(new ExecutionException(new IOException("reset by peer")))
                        .reason())
                .isEqualTo("the connection broke: java.io.IOException: reset by peer");
    }
}
