package dev.noc.backend.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are asked for. Null does not restrict.
 *
 * @param open those that go on, or those that are over
 * @param from those that went on later than this
 * @param to those that began before this
 * @param limit how many at most
 */
record IncidentQuestion(
        @Nullable String targetId,
        @Nullable Boolean open,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit) {}
