package dev.noc.icmp.engine;

import dev.noc.icmp.linux.IcmpError;

/** What became of one echo request. */
public sealed interface Answer {

    /**
     * A reply came in time.
     *
     * @param coarse whether a stamp of the kernel was missing, so that the time holds some of our own delay
     */
    record Reply(long nanos, boolean coarse) implements Answer {}

    /**
     * An ICMP error came in time.
     *
     * @param nanos how long that took, or -1 when the kernel gave no stamps
     */
    record Refused(IcmpError error, long nanos) implements Answer {}

    /** Nothing came in time. */
    record Silence() implements Answer {}

    /** Nothing came in time, but our own host threw messages away meanwhile, so nothing is known. */
    record Dropped() implements Answer {}

    /** The request never left, for a reason of errno(3). */
    record Unsent(int errno) implements Answer {}
}
