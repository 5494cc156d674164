package dev.noc.backend.status;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.result.Round;
import dev.noc.backend.target.Kinds;
import dev.noc.backend.target.Target;
import dev.noc.backend.target.Thresholds;
import dev.noc.protocol.ResultError;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusMessageTest {

    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void tellsRepliesAndLatency() {
        assertThat(message(Status.UP, null, 12.04, null)).isEqualTo("1 of 2 replies, 12.0 ms");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "0.043, 0.04",
        "0.045, 0.05",
        "0.995, 1.00",
        "1, 1.0",
        "1.049, 1.0",
        "1.05, 1.1",
        "12.05, 12.1",
        "86400000, 86400000.0"
    })
    void isExacterBelowAMillisecond(double millis, String words) {
        assertThat(message(Status.UP, null, millis)).isEqualTo("1 of 1 replies, " + words + " ms");
    }

    @Test
    void tellsWhyATargetDoesNotAnswer() {
        var error = new ResultError(ResultError.TARGET, "192.0.2.1 says: Destination Host Unreachable.");

        assertThat(message(Status.DOWN, error, null, null))
                .isEqualTo("0 of 2 replies: 192.0.2.1 says: Destination Host Unreachable.");
    }

    @Test
    void tellsWhyTheProbeCouldNotMeasure() {
        var round = new Round("t", "p", NINE, List.of(), new ResultError(ResultError.PROBE, "No route."));

        assertThat(StatusMessage.of(target("icmp"), standing(Status.UNKNOWN), round))
                .isEqualTo("The probe could not measure: No route.");
    }

    @Test
    void tellsSinceWhenThereIsNoResult() {
        assertThat(message(Status.UNKNOWN, null, 12.0)).isEqualTo("No result since 2026-11-20T09:00:00.000Z");
    }

    @ParameterizedTest
    @CsvSource({"tcp, '2 of 3 connects, 12.0 ms'", "dns, '2 of 3 answers, 12.0 ms'", "http, '2 of 3 answers, 12.0 ms'"})
    void callsTheSamplesWhatTheyAre(String check, String message) {
        assertThat(message(check, Map.of(), null, 12.0, null, 11.0)).isEqualTo(message);
    }

    @Test
    void tellsTheStatusThatAWebServerAnswered() {
        var error = new ResultError(ResultError.TARGET, "Expected 200-299.");

        assertThat(message("http", Map.of("statusCode", 200), null, 34.1)).isEqualTo("status 200, 34.1 ms");
        assertThat(message("http", Map.of("statusCode", 503), error, (Double) null))
                .isEqualTo("status 503: Expected 200-299.");
        assertThat(message("http", Map.of(), error, (Double) null)).isEqualTo("0 of 1 answers: Expected 200-299.");
    }

    @Test
    void saysOnceWhatTheReasonSaysToo() {
        var error = new ResultError(ResultError.TARGET, "Answers with status 404, expected 200-299.");

        assertThat(message("http", Map.of("statusCode", 404), error, (Double) null))
                .isEqualTo("Answers with status 404, expected 200-299.");
    }

    @Test
    void tellsWhatTheLastRoundAloneDoesNotExplain() {
        assertThat(message("4444445"))
                .isEqualTo("5 of 5 replies, 1.0 ms; 17 % of the samples lost in the last 6 rounds");
        assertThat(message("5005"))
                .isEqualTo("5 of 5 replies, 1.0 ms; UP again after 2 rounds with an answer, this is number 1");
    }

    @Test
    void tellsSinceWhenThereIsNoResultEvenIfTheRoundIsNoLongerKept() {
        assertThat(StatusMessage.of(target("icmp"), standing(Status.UNKNOWN), null))
                .isEqualTo("No result since 2026-11-20T09:00:00.000Z");
    }

    private static String message(String row) {
        var rounds = Rows.rounds(row);
        var fold = new Fold(null, target("icmp").expectation());
        rounds.forEach(round -> fold.add(Evidence.of(round)));
        return StatusMessage.of(target("icmp"), requireNonNull(fold.standing()), rounds.getLast());
    }

    private static String message(
            String check, Map<String, Object> attributes, @Nullable ResultError error, @Nullable Double... samples) {
        var round = new Round("t", "p", NINE, Arrays.asList(samples), error, attributes);
        return StatusMessage.of(target(check), standing(Status.UP), round);
    }

    private static String message(Status status, @Nullable ResultError error, @Nullable Double... samples) {
        return StatusMessage.of(
                target("icmp"), standing(status), new Round("t", "p", NINE, Arrays.asList(samples), error));
    }

    private static Target target(String check) {
        return new Target(
                "t",
                "T",
                "192.0.2.1",
                Kinds.of(check),
                Duration.ofSeconds(10),
                true,
                List.of(),
                Thresholds.DEFAULT,
                Map.of(),
                false);
    }

    private static Standing standing(Status status) {
        return new Standing(new Span(NINE, NINE, NINE, status, null, null, null), List.of(), NINE);
    }
}
