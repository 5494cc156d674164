package dev.noc.backend.history;

/** Work that nobody waits for, in pieces that hold up nobody. */
interface Chore {

    /** Returns what it does, for the log: "build roll-ups". */
    String purpose();

    /** Does one piece, in a transaction of some milliseconds. Returns whether there is more to do now. */
    boolean doSome();
}
