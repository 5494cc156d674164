package dev.noc.probe.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00.123Z");
    private static final Result MEASURED = new Result("x", NOW, List.of(1.0), null);

    private final Checks checks = new Checks(List.of(new Tcp()), Clock.fixed(NOW.plusNanos(456_789), ZoneOffset.UTC));

    @Test
    void measureInTheWayThatTheTargetAsksFor() throws Exception {
        assertThat(checks.round(target("tcp", "127.0.0.1")).get()).isEqualTo(MEASURED);
    }

    @Test
    void tellThatAKindIsUnknown() throws Exception {
        assertThat(checks.round(target("gopher", "127.0.0.1")).get())
                .isEqualTo(failed("This probe knows no check 'gopher', only [tcp]. Update the probe, or correct the"
                        + " target's check."));
    }

    @Test
    void tellThatACheckFailedInsideTheProbe() throws Exception {
        assertThat(checks.round(target("tcp", "")).get())
                .isEqualTo(failed("The check failed inside the probe. Its log says where:"
                        + " java.lang.IllegalStateException: a mistake of ours"));
    }

    @Test
    void tellThatTheTargetAsksForWhatMakesNoSense() throws Exception {
        assertThat(checks.round(target("tcp", "?")).get())
                .isEqualTo(failed(
                        "This probe cannot run the tcp check that is asked for (no such port). Correct the target,"
                                + " or update the probe."));
    }

    private static Result failed(String reason) {
        return new Result("x", NOW, List.of(), new ResultError("probe", reason));
    }

    private static Assignment target(String kind, String address) {
        return new Assignment("x", "X", address, kind, 10_000, true);
    }

    private static final class Tcp implements Check {

        @Override
        public String kind() {
            return "tcp";
        }

        @Override
        public CompletableFuture<Result> round(Assignment target) {
            if (target.address().isEmpty()) {
                throw new IllegalStateException("a mistake of ours");
            }
            if (target.address().equals("?")) {
                throw new Settings.UnfitSettingsException("no such port", new IllegalArgumentException());
            }
            return CompletableFuture.completedFuture(MEASURED);
        }
    }
}
