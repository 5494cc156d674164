package dev.noc.backend.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all rounds of one series add up to: all that is needed to judge the next one.
 *
 * @param span the status that it has
 * @param recent the newest rounds that count together, oldest first; no more than matter
 * @param lastTime start of the newest round
 */
record Standing(Span span, List<Evidence> recent, Instant lastTime) {

    Status status() {
        return span.status();
    }

    Standing with(Span next, List<Evidence> counting) {
        return new Standing(next, counting, lastTime);
    }

    Standing seen(Evidence round, List<Evidence> counting) {
        return new Standing(span, counting, round.time());
    }

    /** Returns the newest so many rounds that count together, with a further one. */
    List<Evidence> recentWith(Evidence round, int limit) {
        int kept = Math.min(recent.size(), limit - 1);
        var counting = new Evidence[kept + 1];
        for (int i = 0; i < kept; i++) {
            counting[i] = recent.get(recent.size() - kept + i);
        }
        counting[kept] = round;
        return List.of(counting);
    }

    @Nullable
    Evidence lastCounting() {
        return recent.isEmpty() ? null : recent.getLast();
    }

    /** Returns whether the same rounds lead to the same judgements from here on. */
    boolean leadsWhere(Standing other) {
        return status() == other.status() && recent.equals(other.recent);
    }
}
