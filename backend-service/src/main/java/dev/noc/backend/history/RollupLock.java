package dev.noc.backend.history;

/**
 * Keeps what stores rounds and what rolls them up apart, until the end of the current transaction: a round must be seen
 * by whoever builds its minute, or be found to have come late.
 */
interface RollupLock {

    /** For those that store rounds; any number of them at once. */
    void share();

    /** For a chore, before anything else: one at a time, of all backends. */
    void own();
}
