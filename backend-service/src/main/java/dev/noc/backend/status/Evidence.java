package dev.noc.backend.status;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.noc.backend.result.Round;
import dev.noc.protocol.ResultError;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a judgement needs of a round, and what is kept of it as a proof when the round itself is forgotten.
 *
 * @param time when it began
 * @param measured false when the probe itself was the obstacle
 * @param latencyMillis the median of its samples; null when none was answered
 * @param reason why samples are missing, as the probe tells it; null when it tells nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(
        String probe,
        Instant time,
        boolean measured,
        int sent,
        int received,
        @Nullable Double latencyMillis,
        @Nullable String reason) {

    static Evidence of(Round round) {
        @Nullable ResultError error = round.error();
        return new Evidence(
                round.probe(),
                round.time(),
                round.measured(),
                round.sent(),
                round.received(),
                median(round.rttMillis()),
                error == null ? null : error.reason());
    }

    /** As {@code RoundFigures} has it, without the rest: each round that comes needs it. */
    private static @Nullable Double median(List<@Nullable Double> samples) {
        double[] sorted = samples.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return sorted.length == 0 ? null : Math.round(sorted[sorted.length / 2] * 1_000) / 1_000.0;
    }

    @JsonIgnore
    boolean isAnswered() {
        return measured && received > 0;
    }

    @JsonIgnore
    boolean isSilent() {
        return measured && received == 0;
    }

    int lost() {
        return sent - received;
    }
}
