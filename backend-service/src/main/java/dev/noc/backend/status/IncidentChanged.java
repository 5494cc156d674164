package dev.noc.backend.status;

/**
 * An incident is another than it was: it became worse, came back after minutes, or late rounds repaired it. Published in the
 * transaction that found it out.
 *
 * @param live false when late rounds told it
 */
public record IncidentChanged(Incident incident, boolean live) {}
