package dev.noc.icmp.engine;

/** What the engine counts. */
public enum Count {
    /** Requests that the kernel took. */
    SENT,
    /** Requests that it did not take. */
    UNSENT,
    /** Replies in time. */
    REPLIES,
    /** Requests without a reply in time, while no message was thrown away here. */
    LOST,
    /** ICMP errors about a request under way. */
    REFUSED,
    /** Requests whose reply our own host may have thrown away. */
    NOT_MEASURED,
    /** Messages that our own host threw away because a receive buffer was full. */
    DROPPED,
    /** First replies to a request that was given up before. */
    LATE,
    /** Further replies to one request. */
    DUPLICATE,
    /** Replies to someone else's requests, or not from the host that was asked. */
    FOREIGN,
    /** Replies whose round-trip time is not the kernel's alone. */
    COARSE
}
