package dev.noc.backend.status;

/** The other backends that judge rounds of the same database. */
interface Peers {

    /** From now on what is read of the database is what is known. */
    void adopt();

    /** Returns whether nobody else judged since; for readers. */
    boolean isCurrent();

    /**
     * In the transaction that judges: keeps the others from doing so until it is over. Returns whether none of them did since
     * it was known.
     */
    boolean judge();
}
