package dev.noc.backend.status;

/** What is concluded of a target. */
public enum Status {
    /** It answers, and at most one sample in five was lost in the last round that was answered. */
    UP,
    /** It answers, but more than one sample in five was lost. */
    DEGRADED,
    /** Two rounds in a row had no answer at all. */
    DOWN,
    /** Nobody could tell: no recent result, or the probe itself could not measure. */
    UNKNOWN;

    /** Returns whether the target answers, as far as is known. */
    public boolean isReachable() {
        return this == UP || this == DEGRADED;
    }
}
