package dev.noc.icmp;

import java.time.Duration;

/** What became of one echo request. */
public sealed interface Sample {

    /**
     * It was answered in time.
     *
     * @param coarse whether the round-trip time holds delays of this host too, because the kernel gave no time stamps
     */
    record Reply(Duration roundTrip, boolean coarse) implements Sample {

        public Reply(Duration roundTrip) {
            this(roundTrip, false);
        }
    }

    /** No reply came in time. */
    record Loss() implements Sample {}
}
