package dev.noc.backend.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.BackendApplication;
import dev.noc.backend.SettableClock;
import dev.noc.backend.result.RoundKey;
import dev.noc.backend.result.Rounds;
import dev.noc.protocol.Report;
import dev.noc.protocol.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Databases that earlier versions filled, one {@code upgrade/schema-N.sql} each. To add one, give that version the targets
 * and reports of {@code upgrade/}, stop it, and store what {@code sqlite3 monitoring.db .dump} prints, without its
 * pragma and its transaction.
 */
class UpgradeTest {

    private static final Comparator<@Nullable Double> TO_THE_MICROSECOND =
            Comparator.nullsFirst((a, b) -> Math.abs(a - b) < 0.001 ? 0 : Double.compare(a, b));
    private static final int KINDS_OF_CHECKS_SINCE = 2;
    private static final Pattern VERSION = Pattern.compile("schema-(\\d+)\\.sql");

    @TempDir
    Path folder;

    static Stream<Resource> dumps() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:upgrade/schema-*.sql"));
    }

    @ParameterizedTest
    @MethodSource("dumps")
    void loseNothing(Resource dump) throws Exception {
        fill(dump);
        var application = new SpringApplicationBuilder(BackendApplication.class, SettableClock.class);
        try (var backend = application.run(
                "--server.port=0",
                "--noc.security.token=secret",
                "--noc.database.path=" + folder.resolve("monitoring.db"))) {
            var json = backend.getBean(JsonMapper.class);
            var targets = targets(dump, json);
            var api = api(backend);
            assertServed(targets, api, json);
            for (var report : reports(targets, json)) {
                assertKept(report, backend.getBean(Rounds.class));
                assertKnown(report, api, json);
            }
            api.get().uri("/metrics").exchange().expectStatus().isOk();
        }
        Inspection.requireWhole(Databases.in(folder));
    }

    private void fill(Resource dump) throws SQLException {
        var source =
                requireNonNull(Databases.jdbc(folder.resolve("monitoring.db")).getDataSource());
        try (var connection = source.getConnection()) {
            ScriptUtils.executeSqlScript(connection, new EncodedResource(dump, StandardCharsets.UTF_8));
        }
    }

    /** The first version knew hosts only. */
    private static List<Map<String, Object>> targets(Resource dump, JsonMapper json) throws IOException {
        var version = VERSION.matcher(requireNonNull(dump.getFilename()));
        assertThat(version.matches()).isTrue();
        boolean hostsOnly = Integer.parseInt(version.group(1)) < KINDS_OF_CHECKS_SINCE;
        return json.readValue(bytes("targets.json"), new TypeReference<List<Map<String, Object>>>() {}).stream()
                .filter(target -> !hostsOnly || !target.containsKey("check"))
                .toList();
    }

    private static List<Report> reports(List<Map<String, Object>> targets, JsonMapper json) throws IOException {
        var ids = Stream.concat(
                        Stream.of("google-dns", "quad9-dns"), targets.stream().map(target -> target.get("id")))
                .collect(Collectors.toSet());
        return json.readValue(bytes("reports.json"), new TypeReference<List<Report>>() {}).stream()
                .map(report -> new Report(
                        report.probe(),
                        report.results().stream()
                                .filter(result -> ids.contains(result.target()))
                                .toList()))
                .toList();
    }

    private static byte[] bytes(String name) throws IOException {
        return new ClassPathResource("upgrade/" + name).getContentAsByteArray();
    }

    private static void assertServed(List<Map<String, Object>> targets, RestTestClient api, JsonMapper json) {
        assertThat(targets).isNotEmpty().allSatisfy(target -> {
            var body = api.get()
                    .uri("/api/v1/targets/" + target.get("id"))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult()
                    .getResponseBodyContent();
            assertThat(json.readValue(requireNonNull(body), new TypeReference<Map<String, Object>>() {}))
                    .containsAllEntriesOf(target);
        });
    }

    private static void assertKept(Report report, Rounds rounds) {
        var keys = report.results().stream().map(result -> key(report, result)).toList();
        var found = rounds.find(keys);
        assertThat(report.results()).isNotEmpty().allSatisfy(result -> {
            var round = requireNonNull(found.get(key(report, result)));
            assertThat(round.rttMillis())
                    .usingElementComparator(TO_THE_MICROSECOND)
                    .containsExactlyElementsOf(result.rttMillis());
            assertThat(round.error()).isEqualTo(result.error());
            assertThat(round.attributes()).isEqualTo(Objects.requireNonNullElse(result.attributes(), Map.of()));
        });
    }

    private static RoundKey key(Report report, Result result) {
        return new RoundKey(result.target(), report.probe(), result.time());
    }

    /** Whatever is sent again is recognised. */
    private static void assertKnown(Report report, RestTestClient api, JsonMapper json) {
        api.post()
                .uri("/metrics")
                .headers(headers -> headers.setBearerAuth("secret"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsString(report))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.duplicates")
                .isEqualTo(report.results().size());
    }

    private static RestTestClient api(ConfigurableApplicationContext backend) {
        var port = backend.getEnvironment().getRequiredProperty("local.server.port");
        return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }
}
