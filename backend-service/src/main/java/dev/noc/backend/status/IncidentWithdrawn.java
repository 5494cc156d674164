package dev.noc.backend.status;

/**
 * Late rounds showed that there was no such incident, or that it is part of another one. Published in the transaction that
 * removed it.
 */
public record IncidentWithdrawn(Incident incident) {}
