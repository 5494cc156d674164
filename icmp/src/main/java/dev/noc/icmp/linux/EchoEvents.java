package dev.noc.icmp.linux;

import java.util.function.Predicate;

/** What an {@link EchoSocket} finds in its two queues. Stamps are CLOCK_REALTIME in nanoseconds, 0 where missing. */
public interface EchoEvents {

    /** A batch was read: what follows was in the queue before this. */
    void begin();

    /** A request left this host. */
    void sent(long token, long stamp);

    /** A reply came; {@code isFrom} tells whether the given address sent it, and is of use only until this returns. */
    void replied(long token, long stamp, Predicate<Endpoint> isFrom);

    /** An ICMP error came about a request of ours that went to the address of which {@code wentTo} is true. */
    void refused(long token, long stamp, IcmpError error);

    /** As {@link #refused}, but the router quoted only the header. */
    void refusedBySequence(int sequence, Predicate<Endpoint> wentTo, long stamp, IcmpError error);

    /** The kernel itself found after the send that a request cannot go out. */
    void failed(long token, int errno);

    /** A message is not about us. */
    void foreign();
}
