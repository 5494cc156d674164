package dev.noc.backend.status;

/**
 * An incident is over, or late rounds told of one that was over long ago. Published in the transaction that found it out.
 *
 * @param live false when late rounds told it
 */
public record IncidentClosed(Incident incident, boolean live) {}
