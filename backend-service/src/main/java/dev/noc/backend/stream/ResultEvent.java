package dev.noc.backend.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.noc.backend.result.Round;
import dev.noc.backend.result.RoundFigures;
import dev.noc.protocol.ResultError;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round that was stored, as the stream shows it. Figures are null where there is nothing to tell them from.
 *
 * @param time when the round began: long ago where a probe makes up for an outage
 * @param rttMillis one entry a sample, null for a loss
 * @param error why samples are missing; left out where that is nothing
 */
record ResultEvent(
        String target,
        String probe,
        Instant time,
        @Nullable Double latencyMillis,
        @Nullable Double lossPercent,
        @Nullable Double jitterMillis,
        List<@Nullable Double> rttMillis,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ResultError error) {

    static ResultEvent of(Round round) {
        var figures = RoundFigures.of(round);
        return new ResultEvent(
                round.targetId(),
                round.probe(),
                round.time(),
                figures.latencyMillis(),
                figures.lossPercent(),
                figures.jitterMillis(),
                round.rttMillis(),
                round.error());
    }
}
