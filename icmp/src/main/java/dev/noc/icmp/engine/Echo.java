package dev.noc.icmp.engine;

import org.jspecify.annotations.Nullable;

/** One echo request, from when it gets its token until its place is needed for another. */
final class Echo {

    enum State {
        WAITING,
        ANSWERED,
        /** Given up for one reason or another; a reply that comes now is late. */
        OVER
    }

    final Volley volley;
    final int index;

    long token;
    State state = State.WAITING;

    /** The socket that it went through, and how many messages that one had dropped before. */
    @Nullable
    Lane lane;

    long dropsBefore;

    /** Why it could not be sent so far, and until when that is tried. */
    int errno;

    long patience;

    /** Monotonic nanoseconds: before the send call, when it has waited long enough, and the kernel's two stamps or 0. */
    long handed;

    long deadline;
    long sent;
    long received;

    boolean coarse;

    Echo(Volley volley, int index) {
        this.volley = volley;
        this.index = index;
    }

    /** Says whether a reply may be among the messages that were dropped. */
    boolean mayBeDropped() {
        return lane != null && lane.drops() > dropsBefore;
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }
}
