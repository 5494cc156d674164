package dev.noc.protocol;

/**
 * The backend's answer to a {@link Report}. The three add up to the number of results sent.
 *
 * @param accepted stored now
 * @param duplicates known already
 * @param ignored for targets that no longer exist
 */
public record Receipt(int accepted, int duplicates, int ignored) {}
