package dev.noc.backend.status;

import dev.noc.backend.result.RoundKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all rounds of one target seen from one probe add up to.
 *
 * @param since when the status began: for DOWN the first round without an answer
 * @param silentSince start of the unanswered rounds at the end, or null
 * @param lastTime start of the newest round
 */
record Standing(
        String targetId,
        String probe,
        Status status,
        Instant since,
        @Nullable Instant silentSince,
        Instant lastTime) {

    RoundKey newestRound() {
        return new RoundKey(targetId, probe, lastTime);
    }

    Standing with(Status next, Instant from) {
        return new Standing(targetId, probe, next, next == status ? since : from, silentSince, lastTime);
    }

    Standing seen(Instant time, @Nullable Instant silentFrom) {
        return new Standing(targetId, probe, status, since, silentFrom, time);
    }
}
