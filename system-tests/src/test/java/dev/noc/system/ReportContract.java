package dev.noc.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.system.noc.Answer;
import dev.noc.system.noc.Api;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody meets who reports by hand. Holds without containers, and through nginx with them. */
abstract class ReportContract {

    abstract Api api();

    abstract String token();

    @BeforeEach
    void addATarget() {
        // No other probe's rounds come between.
        var answer = api().post("/api/v1/targets", """
                {"id": "by-hand", "name": "By hand", "address": "127.0.0.1", "intervalMillis": 3600000}""", token());

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("location")).isEqualTo("/api/v1/targets/by-hand");
    }

    @AfterEach
    void deleteTheTarget() {
        assertThat(api().delete("/api/v1/targets/by-hand", token()).status()).isEqualTo(204);
    }

    @Test
    void isStoredOnceHoweverOftenItIsSent() {
        var report = report(Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(), "[11.9, null, 12.4, 12.0, 11.8]");

        assertReceipt(api().post("/metrics", report, token()), 1, 0);
        assertReceipt(api().post("/metrics", report, token()), 0, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday,                [1.0], results[0].time",
        "2026-11-20T09:00:00.000Z, [-1],  results[0].rttMillis[0]",
        "2026-11-20T09:00:00.000Z, [],    results[0].rttMillis"
    })
    void isRefusedWithTheNameOfTheFieldThatIsMalformed(String time, String rttMillis, String field) {
        var answer = api().post("/metrics", report(time, rttMillis), token());

        assertProblem(answer, 400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/message").asString()).isNotBlank();
    }

    @Test
    void isRefusedWithoutAToken() {
        assertProblem(api().post("/metrics", report("2026-11-20T09:00:00.000Z", "[1]")), 401);
    }

    @Test
    void isRefusedWithAWrongToken() {
        assertProblem(api().post("/metrics", report("2026-11-20T09:00:00.000Z", "[1]"), "wrong"), 403);
    }

    @Test
    void isRefusedWhenItIsLargerThanAMebibyte() {
        assertProblem(api().post("/metrics", " ".repeat(1_200_000), token()), 413);
    }

    @Test
    void isRefusedWithMoreThanAThousandResults() {
        var result = "{\"target\": \"by-hand\", \"time\": \"2026-11-20T09:00:00.000Z\", \"rttMillis\": [1]}";
        var results = String.join(",", Collections.nCopies(1_001, result));

        assertProblem(
                api().post("/metrics", "{\"probe\": \"somebody\", \"results\": [%s]}".formatted(results), token()),
                413);
    }

    private static String report(String time, String rttMillis) {
        return """
                {"probe": "somebody", "results": [{"target": "by-hand", "time": "%s", "rttMillis": %s}]}""".formatted(time, rttMillis);
    }

    private static void assertReceipt(Answer answer, int accepted, int duplicates) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(accepted);
        assertThat(answer.json().path("duplicates").asInt()).isEqualTo(duplicates);
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("detail").asString()).as("what to do").isNotBlank();
    }
}
