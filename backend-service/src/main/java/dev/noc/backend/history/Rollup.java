package dev.noc.backend.history;

import java.time.Instant;

/**
 * What the rounds of a series in one bucket of time add up to. Times are whole microseconds.
 *
 * @param seriesId of target and probe
 * @param rounds all of them, {@code unmeasured} ones too
 * @param unmeasured rounds in which the probe was the obstacle: nothing else is counted of them
 * @param sent samples
 * @param received samples that were answered
 * @param late answers that came after their time was over
 * @param duplicates answers that came once more
 * @param minMicros the shortest round-trip time; 0, as the two others, where there is none
 */
record Rollup(
        long seriesId,
        Resolution width,
        Instant start,
        long rounds,
        long unmeasured,
        long sent,
        long received,
        long late,
        long duplicates,
        long minMicros,
        long sumMicros,
        long maxMicros,
        PackedLatencies latencies) {}
