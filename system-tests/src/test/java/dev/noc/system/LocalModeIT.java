package dev.noc.system;

import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noc.system.machine.Need;
import dev.noc.system.machine.Needs;
import dev.noc.system.machine.Output;
import dev.noc.system.noc.Api;
import dev.noc.system.noc.LocalNoc;
import dev.noc.system.noc.Overview.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** noc on a machine without an engine: its processes, page, API and files. */
@Needs({Need.NAMESPACES, Need.CURL})
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class LocalModeIT {

    private static final Duration UNKNOWN_AFTER = ofSeconds(12);

    private final LocalNoc noc = LocalNoc.prepare();
    private Output started;

    @BeforeAll
    void start() {
        started = noc.start();
    }

    @AfterAll
    void close() {
        noc.close();
    }

    @Test
    void saysThatThereIsNoEngineAndWhereTheAppIs() {
        assertThat(started.lines())
                .containsSubsequence(
                        "Running app...",
                        "No Docker engine answers: running noc locally.",
                        "The app is available at http://localhost:5000");
    }

    @Test
    @Order(1) // while the start is not a minute ago
    void seesEveryTargetUpWithinAMinute() {
        awaitAllUp();
    }

    @Test
    void servesThePageWithEveryFileThatItNames() {
        var page = noc.api().get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).startsWith("text/html");
        var files = Pattern.compile("(?:href|src)=\"([^\"]+\\.(js|css|svg))\"").matcher(page.body());
        assertThat(files.results().toList()).hasSizeGreaterThan(10).allSatisfy(file -> {
            var answer = noc.api().get("/" + file.group(1));
            assertThat(answer.status()).as(file.group(1)).isEqualTo(200);
            assertThat(answer.header("content-type")).as(file.group(1)).startsWith(contentType(file.group(2)));
        });
    }

    @Test
    void watchesPortsPagesAndNamesToo() {
        var own = "\"check\":\"%s\",\"address\":\"%s\",\"intervalMillis\":1000";
        add("port", own.formatted("tcp", "127.0.0.1:5000"));
        add("closed", own.formatted("tcp", "127.0.0.1:1"));
        add("page", own.formatted("http", "http://127.0.0.1:5000/") + ",\"bodyContains\":\"<title>\"");
        add("name", own.formatted("dns", "shop.example") + ",\"server\":\"127.0.0.1:1\"");
        try {
            awaitMessage("port", "UP", "3 of 3 connects");
            awaitMessage("page", "UP", "status 200");
            awaitMessage("closed", "DOWN", "127.0.0.1 refuses connections on port 1.");
            awaitMessage("name", "DOWN", "127.0.0.1");
            assertThat(noc.api().get("/metrics").body()).contains("\"attributes\":{\"statusCode\":200,");
        } finally {
            List.of("port", "closed", "page", "name").forEach(id -> noc.api().delete("/api/v1/targets/" + id, token()));
        }
    }

    private void add(String id, String fields) {
        var added = noc.api()
                .post("/api/v1/targets", "{\"id\":\"%1$s\",\"name\":\"%1$s\",%2$s}".formatted(id, fields), token());
        assertThat(added.status()).as(added.body()).isEqualTo(201);
    }

    private void awaitMessage(String id, String status, String words) {
        await(id + " is " + status).atMost(ofSeconds(60)).untilAsserted(() -> {
            var target = noc.api().target(id);
            assertThat(target.status()).as(target.message()).isEqualTo(status);
            assertThat(target.message()).contains(words);
        });
    }

    @Test
    void isNotStartedASecondTime() {
        var backend = noc.pid("backend");
        var probe = noc.pid("probe");

        assertThat(noc.start("--local").lines()).contains("noc runs already.");

        assertThat(noc.pid("backend")).isEqualTo(backend);
        assertThat(noc.pid("probe")).isEqualTo(probe);
        assertThat(noc.processes()).containsExactlyInAnyOrder(backend, probe);
    }

    @Test
    void isNotMisledByTheFilesOfProcessesThatEnded() throws IOException {
        noc.stop();
        var stranger = new ProcessBuilder("sleep", "60").start(); // has got the number of a process that ended
        try {
            Files.writeString(noc.path("data/run/backend.pid"), String.valueOf(stranger.pid()));
            Files.writeString(noc.path("data/run/probe.pid"), String.valueOf(Integer.MAX_VALUE));

            noc.start();
            assertThat(noc.processes()).containsExactlyInAnyOrder(noc.pid("backend"), noc.pid("probe"));

            noc.stop();
            Files.writeString(noc.path("data/run/backend.pid"), String.valueOf(stranger.pid()));
            noc.stop();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
        noc.start();
    }

    @Test
    void keepsHistoryAndTokenWhenItIsStoppedAndStarted() {
        awaitAllUp();
        var token = token();
        noc.stop();
        assertThat(noc.processes()).isEmpty();
        var before = noc.rounds();

        noc.start();

        assertThat(token()).isEqualTo(token);
        awaitAllUp();
        noc.stop();
        assertThat(before).extracting("target").contains("google-dns", "cloudflare-dns", "quad9-dns");
        assertThat(noc.rounds()).containsAll(before).hasSizeGreaterThan(before.size());
        noc.start();
    }

    @Test
    void knowsNothingOfItsTargetsThreeIntervalsAfterTheProbeWasKilled() {
        noc.stop();
        noc.startWithInterval("4s");
        awaitAllUp();

        ProcessHandle.of(noc.pid("probe")).orElseThrow().destroyForcibly();

        await("every target is UNKNOWN")
                .atMost(UNKNOWN_AFTER.plusSeconds(5))
                .untilAsserted(() -> assertThat(noc.api().targets())
                        .extracting(Target::status)
                        .containsOnly("UNKNOWN"));
        assertThat(noc.api().targets()).allSatisfy(target -> {
            assertThat(target.since())
                    .isEqualTo(requireNonNull(target.lastChecked()).plus(UNKNOWN_AFTER));
            assertThat(target.reachable()).isFalse();
        });
        noc.start();
        awaitAllUp();
    }

    @Test
    void bringsBackABackupAndKeepsWhatWasThere() throws IOException {
        awaitAllUp();
        var backup = Files.createTempDirectory("backup").resolve("noc.db");
        assertThat(noc.run("scripts/backup.sh", backup.toString()).succeeded().lines())
                .anyMatch(line -> line.startsWith("Backed up to " + backup));
        noc.stop();
        var before = noc.rounds();
        assertThat(noc.run("scripts/check-database.sh").succeeded().stdout()).contains("is whole");
        Files.delete(noc.path("data/monitoring.db"));

        assertThat(noc.run("scripts/restore.sh", "--yes", backup.toString())
                        .succeeded()
                        .lines())
                .contains("Restored %s. ./start-app.sh starts noc with it.".formatted(backup));

        var restored = noc.rounds();
        assertThat(restored).extracting("target").contains("google-dns", "cloudflare-dns", "quad9-dns");
        assertThat(before).containsAll(restored);
        noc.start();
        awaitAllUp();
        noc.run("scripts/restore.sh", "--yes", backup.toString()).succeeded();
        try (var files = Files.list(noc.path("data"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.matches("monitoring\\.db\\.replaced-\\d{8}T\\d{6}Z"));
        }
        awaitAllUp();
        Files.delete(backup);
        Files.delete(backup.getParent());
    }

    @Test
    void refusesABackupThatIsNoneAndChangesNothing() throws IOException {
        var file = Files.writeString(noc.path("data/letter.txt"), "Dear diary, ".repeat(1_000));
        var backend = noc.pid("backend");

        var refused = noc.run("scripts/restore.sh", "--yes", file.toString());

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.stderr()).contains("error: The backup cannot be read as a database", "nothing was changed");
        assertThat(noc.pid("backend")).isEqualTo(backend);
        assertThat(noc.run("scripts/backup.sh", file.toString()).stderr())
                .contains("There is a file " + file + " already.");
        Files.delete(file);
    }

    private void awaitAllUp() {
        await("three targets are UP")
                .atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(noc.api().targets()).hasSize(3).allSatisfy(target -> {
                    assertThat(target.status()).as(target.id()).isEqualTo("UP");
                    assertThat(target.latencyMillis()).isPositive().isLessThan(100);
                }));
    }

    private String token() {
        return noc.read("data/token");
    }

    private static String contentType(String extension) {
        return switch (extension) {
            case "js" -> "text/javascript";
            case "css" -> "text/css";
            default -> "image/svg+xml";
        };
    }

    @Nested
    @Order(1)
    class AReportByHand extends ReportContract {

        @Override
        Api api() {
            return noc.api();
        }

        @Override
        String token() {
            return LocalModeIT.this.token();
        }
    }

    @Nested
    @Order(2)
    class Removal {

        @Test
        void leavesNothing() {
            assertThat(noc.remove().lines()).startsWith("Removing app...").endsWith("Removed app. All traces deleted.");

            assertThat(noc.processes()).isEmpty();
            assertThat(noc.isTaken(5000)).isFalse();
            assertThat(noc.additions()).isEmpty();
        }
    }
}
