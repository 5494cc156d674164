package dev.noc.backend.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@BackendTest
class DashboardFilesTest {

    @TempDir
    static Path folder;

    @Autowired
    Api api;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        registry.add("noc.dashboard.directory", () -> folder);
    }

    @BeforeAll
    static void writePage() throws IOException {
        Files.writeString(folder.resolve("index.html"), "<title>noc</title>");
        Files.writeString(folder.resolve("app.js"), "export {};");
        Files.writeString(folder.resolveSibling("outside.txt"), "secret");
    }

    @Test
    void areServedWithTheApi() {
        api.get("/")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .isEqualTo("<title>noc</title>");
        api.get("/app.js").expectHeader().contentTypeCompatibleWith("text/javascript");
        api.get("/metrics").expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_JSON);
    }

    @Test
    void comeWithAPolicyThatAllowsNothingInline() {
        api.get("/")
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("default-src 'none'")
                                .doesNotContain("unsafe-inline"));
        api.get("/").expectHeader().valueEquals("X-Content-Type-Options", "nosniff");
    }

    @Test
    void areAskedForAgainEachTime() {
        api.get("/app.js").expectHeader().valueEquals("Cache-Control", "no-cache");
    }

    @Test
    void endWhereTheirFolderEnds() {
        api.get("/../outside.txt").expectStatus().is4xxClientError();
        api.get("/nothing.html")
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
