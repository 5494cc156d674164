package dev.noc.icmp;

import java.time.Duration;

/** What became of one echo request. */
public sealed interface Sample {

    /** It was answered in time. */
    record Reply(Duration roundTrip) implements Sample {}

    /** No reply came in time. */
    record Loss() implements Sample {}
}
