package dev.noc.backend.result;

import java.util.List;

/**
 * Published in the transaction that stored the rounds.
 *
 * @param rounds those that were new, oldest first
 */
public record ResultsRecorded(List<Round> rounds) {}
