package dev.noc.backend.status;

import java.time.Instant;

/**
 * How one probe finds a target that several watch.
 *
 * @param since when it began to find it so
 * @param lastChecked start of its newest round
 */
public record ProbeStatus(String probe, Status status, Instant since, Instant lastChecked) {}
