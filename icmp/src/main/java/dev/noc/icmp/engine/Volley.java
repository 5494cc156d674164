package dev.noc.icmp.engine;

import dev.noc.icmp.linux.Endpoint;

/** Echo requests to one address at fixed times. Once submitted it belongs to the engine's thread. */
public final class Volley {

    /** Hears of each request exactly once, on the engine's thread: it must not block. */
    public interface Listener {
        void answered(int index, Answer answer);

        /**
         * Comes before the last answer, where there is something to tell: replies that came too late or once more from the
         * same address, to this volley and, after its end, to the one before.
         */
        default void straggled(int late, int duplicates) {}
    }

    /**
     * How the requests look and go out.
     *
     * @param count how many, 1 or more
     * @param spacing nanoseconds between two of them
     * @param timeout nanoseconds that each waits for its reply
     * @param payload bytes behind the header, from 16 to 1400
     * @param ttl how many routers may pass it on, 0 for the system's default
     */
    public record Shape(int count, long spacing, long timeout, int payload, int ttl) {}

    private static final Listener NOBODY = (index, answer) -> {};

    final Endpoint target;
    final Shape shape;
    private Listener listener;
    private int told;

    /** When the next request is due, in monotonic nanoseconds, and its index. */
    long due;

    int next;

    private volatile boolean cancelled;

    public Volley(Endpoint target, Shape shape, Listener listener) {
        this.target = target;
        this.shape = shape;
        this.listener = listener;
    }

    /** Sends no more; the listener may hear of a few requests yet. May be called by any thread. */
    public void cancel() {
        cancelled = true;
    }

    /** Lets go of the listener with the last answer: the volley is kept in mind for longer than its results should be. */
    void tell(int index, Answer answer) {
        var hearer = listener;
        if (++told == shape.count()) {
            listener = NOBODY;
        }
        hearer.answered(index, answer);
    }

    /** Says whether only one request is left of which the listener did not hear. */
    boolean endsNext() {
        return told == shape.count() - 1;
    }

    void straggled(int late, int duplicates) {
        if (late > 0 || duplicates > 0) {
            listener.straggled(late, duplicates);
        }
    }

    boolean hasMore() {
        return next < shape.count() && !cancelled;
    }
}
