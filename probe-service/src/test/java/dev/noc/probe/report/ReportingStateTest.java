package dev.noc.probe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.probe.backend.FakeBackend;
import dev.noc.probe.report.Attempt.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ReportingStateTest {

    private static final Attempt AWAY = Attempt.unanswered("it does not answer in time");
    private static final Attempt WRONG_TOKEN = new Attempt(Verdict.TOKEN_REFUSED, "status 403: Present the token.");
    private static final Attempt ACCEPTED = new Attempt(Verdict.ACCEPTED, "status 202");

    private Instant now = Fixtures.NINE;
    private final InstantSource time = () -> now;
    private final ReportMeters meters = new ReportMeters(new SimpleMeterRegistry());
    private final ReportingState state = new ReportingState(
            FakeBackend.client(URI.create("http://backend:5001")), time.withZone(ZoneOffset.UTC), meters);
    private final ReportingHealth health = new ReportingHealth(state, new Spool(Fixtures.properties(10), meters));

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
                .containsEntry("reason", "the backend refuses our token: status 403: Present the token.")
                .containsEntry("since", "2026-11-20T09:00:00.000Z")
                .containsEntry("waiting", 0);
    }

    @Test
    void isHealthyAgainOnceTheBackendAnswers() {
        state.note(AWAY, 1);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        state.note(new Attempt(Verdict.REPORT_REFUSED, "status 400"), 1);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }
}
