package dev.noc.backend.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class HistoryApiTest extends ForgetfulBackend {

    private static final String TARGET = "history-api";
    private static final String HISTORY = "/api/v1/targets/" + TARGET + "/history";

    private Instant hour = Instant.EPOCH;

    @BeforeEach
    void addTargetAtAFullHour() {
        hour = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        clock.advance(Duration.between(clock.instant(), hour.plus(Duration.ofHours(3))));
        api.post("/api/v1/targets", """
                {"id": "%s", "name": "History", "address": "192.0.2.1"}""".formatted(TARGET));
    }

    @AfterEach
    void deleteTarget() {
        api.delete("/api/v1/targets/" + TARGET);
    }

    @Test
    void tellsWhatBecameOfEachBucket() {
        report("office", hour, "[10.0, null, 12.0, 11.0, 13.0]");
        report("office", hour.plusSeconds(30), "[20.0, 20.0, 20.0, 20.0, 20.0]");
        report("home", hour.plusSeconds(40), "[null, null]");

        api.get(HISTORY + "?points=3&from=%s&to=%s".formatted(hour, hour.plusSeconds(180)))
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"bucketMillis": 60000, "resolution": "minute", "rounds": [3, null, null], "unmeasured": [0, null, null],
                         "sent": [12, null, null], "lost": [3, null, null], "lossPercent": [25.0, null, null],
                         "minMillis": [10.0, null, null], "maxMillis": [20.0, null, null], "meanMillis": [16.222, null, null]}""")
                .jsonPath("$.start.length()")
                .isEqualTo(3)
                .jsonPath("$.medianMillis[0]")
                .value(Double.class, median -> assertThat(median).isBetween(19.8, 20.2));
    }

    @Test
    void tellsOneProbeApart() {
        report("office", hour, "[10.0]");
        report("home", hour, "[30.0]");

        api.get(HISTORY + "?points=1&probe=home&from=%s&to=%s".formatted(hour, hour.plusSeconds(60)))
                .expectBody()
                .json("""
                        {"rounds": [1], "meanMillis": [30.0]}""");
        api.get(HISTORY + "?points=1&probe=nobody&from=%s&to=%s".formatted(hour, hour.plusSeconds(60)))
                .expectBody()
                .json("""
                        {"rounds": [null], "meanMillis": [null]}""");
    }

    @Test
    void shortRangesComeFromSingleRounds() {
        report("office", hour.plusMillis(1_500), "[10.0]");

        api.get(HISTORY + "?points=10&from=%s&to=%s".formatted(hour, hour.plusSeconds(10)))
                .expectBody()
                .json("""
                        {"bucketMillis": 1000, "resolution": "raw", "rounds": [null, 1, null, null, null, null, null, null, null, null]}""");
    }

    @Test
    void countsRoundsThatCouldNotBeMeasuredApart() {
        api.post("/metrics", """
                {"probe": "office", "results": [{"target": "%s", "time": "%s", "rttMillis": [],
                  "error": {"scope": "probe", "reason": "no route"}}]}""".formatted(TARGET, hour));

        api.get(HISTORY + "?points=1&from=%s&to=%s".formatted(hour, hour.plusSeconds(60)))
                .expectBody()
                .json("""
                        {"rounds": [1], "unmeasured": [1], "sent": [0], "lossPercent": [null], "medianMillis": [null]}""");
    }

    @Test
    void tellsTheLastDayWhereNothingIsAsked() {
        api.get(HISTORY).expectBody().json("""
                {"bucketMillis": 300000}""").jsonPath("$.start.length()").isEqualTo(288);
    }

    @Test
    void answersThatHaveNotChangedAreNotSentAgain() {
        var path = HISTORY + "?points=1&from=%s&to=%s".formatted(hour, hour.plusSeconds(60));
        var tag = Objects.requireNonNull(
                api.get(path).returnResult(String.class).getResponseHeaders().getETag());

        api.http()
                .get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void rangeThatIsLongOverMayBeKept() {
        var end = hour.minus(Duration.ofDays(2));

        api.get(HISTORY + "?from=%s&to=%s".formatted(end.minusSeconds(60), end))
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=300, private");
        api.get(HISTORY).expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /history?points=0                                              | points | must be a whole number from 1 to 2000
            /history?from=yesterday                                        | from   | must be a time from 1970 on such as 2026-11-20T09:00:00Z; write '+' as %2B
            /history?from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z     | to     | must be later than 'from'
            /history?from=2000-01-01T00:00:00Z&to=2026-11-01T00:00:00Z     | from   | must be at most 3,660 days before 'to'
            /history?form=2026-11-02T00:00:00Z                             | form   | is not known here: there are from, to, points, probe
            /heatmap?zone=Berlin                                           | zone   | must be a time zone such as Europe/Berlin or UTC
            /heatmap?from=2024-01-01T00:00:00Z&to=2026-11-01T00:00:00Z     | from   | must be at most 366 days before 'to'
            """)
    void saysWhatIsWrong(String query, String field, String message) {
        refused(api.get("/api/v1/targets/" + TARGET + query), field, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                   | target | must be the id of a target
            ?target=history-api&kind=all         | kind   | must be rounds or rollups
            ?target=history-api&format=xml       | format | must be csv or ndjson
            ?target=history-api&width=raw        | width  | must not be raw for roll-ups: ask for kind=rounds
            """)
    void saysWhatIsWrongWithAnExport(String query, String field, String message) {
        refused(api.get("/api/v1/export" + query), field, message);
    }

    @Test
    void knowsOnlyTargetsThatExist() {
        api.get("/api/v1/targets/nothing/history").expectStatus().isNotFound();
        api.get("/api/v1/targets/nothing/heatmap").expectStatus().isNotFound();
        api.get("/api/v1/export?target=nothing").expectStatus().isNotFound();
    }

    @Test
    void rebuildingNeedsTheToken() {
        api.http()
                .post()
                .uri("/api/v1/history/rebuild")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void heatmapTellsHoursOfTheWeek() {
        var friday = Instant.parse("2026-11-20T09:30:00Z");
        while (friday.isBefore(clock.instant())) {
            friday = friday.plus(Duration.ofDays(7));
        }
        clock.advance(Duration.between(clock.instant(), friday.plusSeconds(3_600)));
        report("office", friday, "[10.0, null]");

        api.get("/api/v1/targets/%s/heatmap?zone=Africa/Lagos".formatted(TARGET))
                .expectBody()
                .jsonPath("$.zone")
                .isEqualTo("Africa/Lagos")
                .jsonPath("$.lossPercent.length()")
                .isEqualTo(7)
                .jsonPath("$.lossPercent[4].length()")
                .isEqualTo(24)
                .jsonPath("$.lossPercent[4][10]")
                .isEqualTo(50.0)
                .jsonPath("$.rounds[4][9]")
                .isEmpty();
    }

    @Test
    void exportsRoundsAsCsvThatNoSpreadsheetTakesForFormulas() {
        api.post("/metrics", """
                {"probe": "-office", "results": [{"target": "%s", "time": "%s", "rttMillis": [1.5, null],
                  "error": {"scope": "target", "reason": "=1+1, \\"quoted\\""}, "attributes": {"statusCode": 200}}]}
                """.formatted(TARGET, hour));

        var answer = export(
                "&from=%s&to=%s".formatted(hour, hour.plusSeconds(1)),
                MediaType.parseMediaType("text/csv;charset=UTF-8"));

        assertThat(answer).isEqualTo("""
                target,probe,time,sent,lost,rttMillis,errorScope,errorReason,attributes\r
                %s,'-office,%s,2,1,1.5 null,target,"'=1+1, ""quoted""\","{""statusCode"":200}"\r
                """.formatted(TARGET, hour.toString().replace("Z", ".000Z")));
    }

    @Test
    void exportsRoundsAsJsonLines() {
        report("office", hour, "[1.5, null]");
        report("office", hour.plusSeconds(10), "[2.5]");

        assertThat(export(
                                "&format=ndjson&from=%s&to=%s".formatted(hour, hour.plusSeconds(60)),
                                MediaType.APPLICATION_NDJSON)
                        .lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("\"rttMillis\":[1.5,null]");
    }

    @Test
    void exportsRollups() {
        report("office", hour, "[10.0, null]");
        report("office", hour.plus(Duration.ofHours(1)), "[10.0]");
        chores.run();

        var lines = export(
                        "&kind=rollups&from=%s&to=%s".formatted(hour, hour.plus(Duration.ofHours(3))),
                        MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .lines()
                .toList();

        assertThat(lines.get(1))
                .startsWith(TARGET + ",office," + hour.toString().replace("Z", ".000Z")
                        + ",3600000,1,0,2,1,0,0,50.0,10.0,");
    }

    private String export(String query, MediaType type) {
        var answer = api.get("/api/v1/export?target=" + TARGET + query)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(type)
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getResponseHeaders().getContentDisposition().getFilename())
                .startsWith("noc-" + TARGET);
        var body = answer.getResponseBody();
        return body == null ? "" : body;
    }

    private void report(String probe, Instant time, String rttMillis) {
        api.post("/metrics", """
                        {"probe": "%s", "results": [{"target": "%s", "time": "%s", "rttMillis": %s}]}
                        """.formatted(probe, TARGET, time, rttMillis))
                .expectStatus()
                .isAccepted();
    }

    private static void refused(ResponseSpec answer, String field, String message) {
        answer.expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isEqualTo(message);
    }
}
