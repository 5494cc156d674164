package dev.noc.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.noc.backend.postgres.NeedsPostgres;
import dev.noc.backend.postgres.Postgres;
import dev.noc.protocol.WireTime;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** Two backends that share a database and nothing else, as they do behind a balancer. */
@NeedsPostgres
class TwoBackendsTest {

    private static final int REPORTERS = 8;

    @TempDir
    static Path folder;

    private static final List<ConfigurableApplicationContext> backends = new ArrayList<>();
    private static Api one;
    private static Api other;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** Both at once, on a database that is empty: one of them migrates it. */
    @BeforeAll
    static void start() throws Exception {
        var settings = Postgres.newDatabase();
        // Both would set up the one logging of this JVM, each in the middle of the other's.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        try {
            backends.addAll(inParallel(
                    Collections.<Callable<ConfigurableApplicationContext>>nCopies(2, () -> start(settings))));
        } finally {
            System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
        }
        one = api(backends.getFirst());
        other = api(backends.getLast());
    }

    @AfterAll
    static void stop() {
        backends.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void storeARoundOnceThatBothAreTold() {
        one.report("google-dns", now, "[1.0]").jsonPath("$.accepted").isEqualTo(1);

        other.report("google-dns", now, "[1.0]").jsonPath("$.duplicates").isEqualTo(1);
    }

    @Test
    void storeEachRoundOnceOfReportsThatCrossEachOther() throws Exception {
        var results = IntStream.range(0, 200)
                .mapToObj(i -> result(i % 2 == 0 ? "cloudflare-dns" : "quad9-dns", now.minusSeconds(i / 2), "[2.0]"))
                .toList();

        var accepted = inParallel(IntStream.range(0, REPORTERS)
                .<Callable<Integer>>mapToObj(i -> () -> accepted(i % 2 == 0 ? one : other, shuffled(results, i)))
                .toList());

        assertThat(accepted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(results.size());
        assertThat(status(one, "quad9-dns")).contains(WireTime.format(now)).isEqualTo(status(other, "quad9-dns"));
    }

    @Test
    void takeTurnsWithTheRoundsOfATarget() {
        add("turns");
        Stream.of(30, 20, 10, 0)
                .forEach(seconds ->
                        (seconds % 20 == 0 ? one : other).report("turns", now.minusSeconds(seconds), "[null]"));

        assertThat(status(one, "turns")).contains("DOWN").isEqualTo(status(other, "turns"));
    }

    @Test
    void showAtOnceWhatTheOtherChanged() {
        add("shared");
        other.report("shared", now, "[1.0]");
        assertThat(status(one, "shared")).contains("1 of 1 replies, 1.0 ms");

        other.report("shared", now.plusMillis(1), "[2.0]");
        other.put("/api/v1/targets/shared", """
                {"name": "Renamed", "address": "192.0.2.1"}""").expectStatus().isOk();

        assertThat(status(one, "shared")).contains("Renamed", "1 of 1 replies, 2.0 ms");
    }

    @Test
    void forgetATargetThatOneOfThemDeleted() {
        add("gone");
        other.report("gone", now, "[1.0]").jsonPath("$.accepted").isEqualTo(1);
        one.delete("/api/v1/targets/gone").expectStatus().isNoContent();

        other.report("gone", now.plusSeconds(1), "[1.0]").jsonPath("$.ignored").isEqualTo(1);
        assertThat(status(other, "gone")).isEqualTo("[]");
        add("gone");
        other.report("gone", now, "[1.0]").jsonPath("$.accepted").isEqualTo(1);
    }

    private static void add(String id) {
        one.post("/api/v1/targets", """
                        {"id": "%s", "name": "%s", "address": "192.0.2.1"}""".formatted(id, id)).expectStatus().isCreated();
    }

    private static String status(Api backend, String target) {
        return JsonPath.read(body(backend), "$.targets[?(@.id == '%s')]".formatted(target))
                .toString();
    }

    private static String body(Api backend) {
        var body = backend.get("/metrics")
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        return body == null ? "" : body;
    }

    private static int accepted(Api backend, List<String> results) {
        var answer = backend.post("/metrics", """
                        {"probe": "office", "results": [%s]}""".formatted(String.join(",", results)))
                .expectStatus()
                .isAccepted()
                .returnResult(String.class)
                .getResponseBody();
        return JsonPath.read(answer, "$.accepted");
    }

    private static String result(String target, Instant time, String rttMillis) {
        return """
                {"target": "%s", "time": "%s", "rttMillis": %s}""".formatted(target, WireTime.format(time), rttMillis);
    }

    private static List<String> shuffled(List<String> results, int seed) {
        var shuffled = new ArrayList<>(results);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var task : threads.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results;
        }
    }

    private static ConfigurableApplicationContext start(List<String> settings) {
        var arguments = new ArrayList<>(settings);
        arguments.add("--server.port=0");
        arguments.add("--noc.security.token=secret");
        arguments.add("--noc.database.path=" + folder.resolve("unused.db"));
        return new SpringApplicationBuilder(BackendApplication.class).run(arguments.toArray(String[]::new));
    }

    private static Api api(ConfigurableApplicationContext backend) {
        return new Api(backend.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }
}
