package dev.noc.backend.result;

import java.time.Instant;

/**
 * What identifies a round.
 *
 * @param time when it began
 */
public record RoundKey(String targetId, String probe, Instant time) {}
