package dev.noc.backend.result;

import java.time.Instant;

/**
 * A stretch of a series.
 *
 * @param from the first instant that belongs to it
 * @param to the first one that does not
 */
public record Window(Series series, Instant from, Instant to) {}
