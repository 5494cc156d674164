package dev.noc.backend.status;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.noc.backend.result.Round;
import dev.noc.backend.result.RoundFigures;
import dev.noc.protocol.ResultError;
import java.time.Instant;
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
                RoundFigures.median(round.rttMillis()),
                error == null ? null : error.reason());
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
