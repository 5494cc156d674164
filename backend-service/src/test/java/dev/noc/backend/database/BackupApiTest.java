package dev.noc.backend.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@BackendTest
class BackupApiTest {

    @Autowired
    Api api;

    @Autowired
    SqliteFile database;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    void holdsWhatIsStored() throws IOException {
        api.post("/api/v1/targets", """
                {"id": "kept-in-backup", "name": "Kept", "address": "192.0.2.1"}""").expectStatus().isCreated();

        var answer = backup();

        api.delete("/api/v1/targets/kept-in-backup").expectStatus().isNoContent();
        var copy = Files.write(folder.resolve("copy.db"), requireNonNull(answer.getResponseBodyContent()));
        assertThat(Databases.jdbc(copy)
                        .queryForList("select name from target where id = 'kept-in-backup'", String.class))
                .containsExactly("Kept");
        assertThat(Databases.jdbc(copy).queryForObject("pragma journal_mode", String.class))
                .isEqualTo("delete");
    }

    @Test
    void isADownloadWithTheTimeInItsName() {
        var headers = backup().getResponseHeaders();

        assertThat(headers.getContentType()).hasToString("application/vnd.sqlite3");
        assertThat(headers.getContentDisposition().getFilename()).matches("noc-2026\\d{4}T\\d{6}Z\\.db");
        assertThat(headers.getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void leavesNothingBesideTheDatabase() {
        backup();

        assertThat(database.sibling(".backup.tmp")).doesNotExist();
    }

    @Test
    void isMadeOneAtATime() throws IOException {
        try (var running = new Backups(database).make()) {
            assertThat(running.path()).exists();
            get("/api/v1/backup")
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("/problems/backup-running");
        }

        get("/api/v1/backup").expectStatus().isOk();
    }

    /** Reading is open here, but a backup holds more than any page shows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/backup",
                "/api/v1/%62ackup",
                "/api/v1/backup;a=b",
                "/api/v1/./backup",
                "/%61pi/v1/backup"
            })
    void isNotForThoseWithoutAToken(String path) {
        for (var method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST}) {
            var answer = api.http().method(method).uri(uri(path)).exchange();

            answer.expectStatus().isUnauthorized();
        }
    }

    private EntityExchangeResult<byte[]> backup() {
        return get("/api/v1/backup").expectStatus().isOk().expectBody().returnResult();
    }

    private ResponseSpec get(String path) {
        return api.http()
                .get()
                .uri(uri(path))
                .header(HttpHeaders.AUTHORIZATION, "Bearer secret")
                .exchange();
    }

    /** As it stands, without another encoding. */
    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
