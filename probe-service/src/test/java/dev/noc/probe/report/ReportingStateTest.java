package dev.noc.probe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.probe.backend.Answer;
import dev.noc.probe.backend.FakeBackend;
import dev.noc.probe.spool.Spools;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ReportingStateTest {

    private static final Attempt AWAY = Attempt.unanswered("it does not answer in time");
    private static final Attempt WRONG_TOKEN =
            new Attempt(Verdict.TOKEN_REFUSED, "status 403: Present the token.", false);
    private static final Attempt ACCEPTED = new Attempt(Verdict.ACCEPTED, "status 202", false);

    private Instant now = Spools.NINE;
    private final InstantSource time = () -> now;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ReportMeters meters = new ReportMeters(registry);
    private final ReportingState state = new ReportingState(
            FakeBackend.client(URI.create("http://backend:5001")),
            time.withZone(ZoneOffset.UTC),
            meters,
            Fixtures.OFFICE);
    private final ReportingHealth health = new ReportingHealth(state);

    @Test
    void tellsOnceThatTheBackendIsAwayAndOnceThatItIsBack(CapturedOutput output) {
        state.note(AWAY, 1);
        now = now.plusSeconds(61);
        state.note(AWAY, 17);
        state.note(ACCEPTED, 18);
        state.note(ACCEPTED, 1);

        assertThat(output)
                .containsOnlyOnce("The backend at http://backend:5001 takes no reports (it does not answer in time)")
                .containsOnlyOnce("takes reports again, after 61 s in which 18 results waited.");
    }

    @Test
    void tellsThatTheTokenIsRefused(CapturedOutput output) {
        state.note(AWAY, 1);
        state.note(WRONG_TOKEN, 2);
        state.note(WRONG_TOKEN, 3);

        assertThat(output).containsOnlyOnce("refuses our token (status 403: Present the token.). Give NOC_TOKEN");
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails())
                .containsEntry(
                        "reason",
                        "the backend refuses our token (status 403: Present the token.). Give NOC_TOKEN or"
                                + " NOC_TOKEN_FILE the backend's value; results wait until then.")
                .containsEntry("since", "2026-11-20T09:00:00.000Z");
    }

    @ParameterizedTest
    @CsvSource({
        "401, token_missing, 'wants a token, and we have none (status 401). Give NOC_TOKEN'",
        "403, token_refused, 'refuses our token (status 403). Give NOC_TOKEN'",
        "404, unfit_backend, 'is no backend that takes our reports (status 404). Correct BACKEND_URL, or update'",
        "301, unfit_backend, 'is no backend that takes our reports (status 301). Correct BACKEND_URL, or update'",
        "503, away, 'takes no reports (status 503). Results wait here'"
    })
    void tellsEachTroubleFromTheOthers(int status, String state, String words, CapturedOutput output) {
        this.state.note(Attempt.answered(new Answer(status, null, "", false)), 1);

        assertThat(output).contains("The backend at http://backend:5001 " + words);
        assertThat(health.health().getDetails())
                .extractingByKey("reason")
                .asString()
                .contains(words);
        assertThat(registry.get("noc.probe.reporting.state").gauges())
                .filteredOn(gauge -> gauge.value() == 1)
                .extracting(gauge -> gauge.getId().getTag("state"))
                .containsExactly(state);
    }

    @Test
    void tellsThatAnotherProbeHasOurIdUntilItHasNot(CapturedOutput output) {
        var namesake = new Attempt(Verdict.ACCEPTED, "status 202", true);
        state.note(namesake, 1);
        state.note(AWAY, 1);
        state.note(namesake, 1);

        assertThat(output).containsOnlyOnce("Another probe reports as 'office' too");
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(registry.get("noc.probe.namesake").gauge().value()).isOne();

        state.note(ACCEPTED, 1);
        assertThat(output).contains("No other probe reports as 'office' any more.");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isHealthyAgainOnceTheBackendAnswers() {
        state.note(AWAY, 1);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        state.note(new Attempt(Verdict.REPORT_REFUSED, "status 400", false), 1);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }
}
