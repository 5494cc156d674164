package dev.noc.backend.status;

/** What is concluded of a target. */
public enum Status {
    /** It answers, as well as it should. */
    UP,
    /** It answers, but too many samples are lost, or it takes too long. */
    DEGRADED,
    /** Rounds in a row, two unless its target says otherwise, had no answer at all. */
    DOWN,
    /** Nobody could tell: no recent result, or the probe itself could not measure. */
    UNKNOWN;

    /** Returns whether the target answers, as far as is known. */
    public boolean isReachable() {
        return this == UP || this == DEGRADED;
    }
}
