package dev.noc.backend.result;

/**
 * One target as one probe sees it. Rounds, and all that is told from them, are kept by its id.
 *
 * @param id never changes, and is never given to another series
 */
public record Series(long id, String targetId, String probe) {}
