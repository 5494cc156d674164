package dev.noc.backend.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.result.Round;
import dev.noc.protocol.ResultError;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusMessageTest {

    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void tellsRepliesAndLatency() {
        assertThat(message(Status.UP, null, 12.04, null)).isEqualTo("1 of 2 replies, 12.0 ms");
    }

    @Test
    void isExacterBelowAMillisecond() {
        assertThat(message(Status.UP, null, 0.043)).isEqualTo("1 of 1 replies, 0.04 ms");
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

        assertThat(StatusMessage.of(standing(Status.UNKNOWN), round))
                .isEqualTo("The probe could not measure: No route.");
    }

    @Test
    void tellsSinceWhenThereIsNoResult() {
        assertThat(message(Status.UNKNOWN, null, 12.0)).isEqualTo("No result since 2026-11-20T09:00:00.000Z");
    }

    private static String message(Status status, @Nullable ResultError error, @Nullable Double... samples) {
        return StatusMessage.of(standing(status), new Round("t", "p", NINE, Arrays.asList(samples), error));
    }

    private static Standing standing(Status status) {
        return new Standing("t", "p", status, NINE, null, NINE);
    }
}
