package dev.noc.backend.status;

import java.time.Instant;

/**
 * A target has another status. Published in the transaction that found it out.
 *
 * @param since when the new status began
 * @param live false when late rounds told it, so that it is no news to raise an alarm for
 */
public record StatusChanged(String targetId, Status before, Status after, Instant since, boolean live) {}
