package dev.noc.backend.status;

/**
 * An incident began. Published in the transaction that found it out.
 *
 * @param live false when late rounds told it: nobody is to be alarmed. If it turns out to go on, it is published again, live
 */
public record IncidentOpened(Incident incident, boolean live) {}
