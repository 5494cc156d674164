package dev.noc.backend.status;

/**
 * An incident as it is kept.
 *
 * @param announced false while it was told from late rounds only, so that nobody was alarmed
 */
record KeptIncident(Incident incident, boolean announced) {}
