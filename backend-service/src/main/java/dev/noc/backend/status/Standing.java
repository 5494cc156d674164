package dev.noc.backend.status;

import java.time.Instant;
import java.util.ArrayList;
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
        var counting = new ArrayList<Evidence>(limit);
        counting.addAll(recent.subList(Math.max(0, recent.size() - limit + 1), recent.size()));
        counting.add(round);
        return List.copyOf(counting);
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
