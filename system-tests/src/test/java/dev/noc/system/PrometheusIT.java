package dev.noc.system;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.noc.system.machine.Need;
import dev.noc.system.machine.Needs;
import dev.noc.system.noc.PromQl;
import dev.noc.system.noc.Stack;
import dev.noc.system.noc.StackExtension;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a real Prometheus makes of noc's metrics, its rules and the dashboards' queries. */
@Needs({Need.ENGINE, Need.NAMESPACES})
@ExtendWith(StackExtension.class)
class PrometheusIT {

    private static final Pattern RULE = Pattern.compile("^ +- (?:alert|record): (\\S+)$", Pattern.MULTILINE);

    private final Stack noc;

    PrometheusIT(Stack noc) {
        this.noc = noc;
    }

    @BeforeEach
    void needsPrometheus() {
        assumeTrue(
                noc.containers().contains(Stack.PROMETHEUS),
                () -> "Prometheus was left out: " + noc.started().stdout());
    }

    @Test
    void scrapesBackendAndProbe() {
        await("both are scraped")
                .atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(samples("up{job=~\"noc-.*\"} == 1"))
                        .extracting(sample -> sample.at("/metric/job").asString())
                        .containsExactlyInAnyOrder("noc-backend", "noc-probe"));
    }

    @Test
    void evaluatesEveryRuleWithoutAnError() throws IOException {
        var written = files("prometheus/rules").stream()
                .flatMap(PrometheusIT::ruleNames)
                .toList();

        await("every rule was evaluated").atMost(ofSeconds(60)).untilAsserted(() -> {
            assertThat(rules())
                    .extracting(rule -> rule.path("name").asString())
                    .containsExactlyInAnyOrderElementsOf(written);
            assertThat(rules())
                    .extracting(rule -> rule.path("health").asString())
                    .containsOnly("ok");
        });
    }

    @Test
    void hasDataForEveryRecordingRule() {
        assertThat(rulesOfType("recording"))
                .isNotEmpty()
                .allSatisfy(rule -> awaitData(rule.path("query").asString()));
    }

    /** A healthy system gives an alert nothing to say; but what it looks at must be there. */
    @Test
    void hasDataForEverySeriesThatAnAlertLooksAt() {
        noc.api().post("/metrics", "{\"probe\": \"\", \"results\": []}", noc.token()); // one to count as rejected
        withAPage(() -> assertThat(rulesOfType("alerting"))
                .isNotEmpty()
                .flatExtracting(rule -> PromQl.selectors(rule.path("query").asString()))
                .isNotEmpty()
                .allSatisfy(selector -> awaitData(selector.toString())));
    }

    private void withAPage(Runnable check) {
        watchAPage();
        try {
            check.run();
        } finally {
            noc.api().delete("/api/v1/targets/page", noc.token());
        }
    }

    /** A page with a certificate, as a probe elsewhere would report it; nothing listens where noc's own probe looks. */
    private void watchAPage() {
        var page = "{\"id\":\"page\",\"name\":\"Page\",\"check\":\"http\",\"address\":\"https://127.0.0.1:1/\","
                + "\"intervalMillis\":86400000}";
        var report = "{\"probe\":\"elsewhere\",\"results\":[{\"target\":\"page\",\"time\":\"" + Instant.now()
                + "\",\"rttMillis\":[12.0],\"attributes\":{\"statusCode\":200,\"firstByteMillis\":12.0,"
                + "\"tlsExpiry\":\"2036-01-01T00:00:00.000Z\"}}]}";

        assertThat(noc.api().post("/api/v1/targets", page, noc.token()).status())
                .isEqualTo(201);
        assertThat(noc.api().post("/metrics", report, noc.token()).status()).isEqualTo(202);
    }

    @Test
    void hasDataForEveryPanel() throws IOException {
        var queries = panelQueries();
        withAPage(() -> assertThat(queries).hasSizeGreaterThan(20).allSatisfy(query -> {
            // Alerts fire only when something is wrong: here it is enough that the query is understood.
            if (PromQl.selectors(query).stream().allMatch(selector -> selector.startsWith("ALERTS{"))) {
                samples(query);
            } else {
                awaitData(query);
            }
        }));
    }

    private void awaitData(String query) {
        await(query)
                .atMost(ofSeconds(90))
                .untilAsserted(() -> assertThat(samples(query)).isNotEmpty());
    }

    private List<JsonNode> samples(String query) {
        var answer = noc.prometheus().get("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertThat(answer.status()).as("%s: %s", query, answer.body()).isEqualTo(200);
        return List.copyOf(answer.json().at("/data/result").values());
    }

    private List<JsonNode> rules() {
        return noc.prometheus().get("/api/v1/rules").json().at("/data/groups").values().stream()
                .flatMap(group -> group.path("rules").values().stream())
                .toList();
    }

    private List<JsonNode> rulesOfType(String type) {
        return rules().stream()
                .filter(rule -> rule.path("type").asString().equals(type))
                .toList();
    }

    private List<String> panelQueries() throws IOException {
        return files("grafana/dashboards").stream()
                .flatMap(dashboard -> new JsonMapper().readTree(dashboard).findValuesAsString("expr").stream())
                .map(query -> PromQl.filledIn(query, targetOf(query)))
                .distinct()
                .toList();
    }

    /** Only a page has some series, and only a host that is pinged has others. */
    private static String targetOf(String query) {
        return query.contains("noc_http_") || query.contains("noc_tls_") ? "page" : "google-dns";
    }

    private List<String> files(String folder) throws IOException {
        var texts = new ArrayList<String>();
        try (var files = Files.list(noc.checkout().path(folder))) {
            for (var file : files.toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    private static Stream<String> ruleNames(String rules) {
        return RULE.matcher(rules).results().map(rule -> rule.group(1));
    }
}
