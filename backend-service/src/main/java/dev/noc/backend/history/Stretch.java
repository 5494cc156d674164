package dev.noc.backend.history;

import java.time.Instant;

/**
 * A series from a time on and before another.
 *
 * @param seriesId of target and probe
 */
record Stretch(long seriesId, Instant from, Instant to) {

    boolean isEmpty() {
        return !from.isBefore(to);
    }
}
