package dev.noc.icmp;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Sends bursts of ICMP echo requests. Any number of threads may use one at a time. */
public interface Pinger extends AutoCloseable {

    /**
     * Sends a burst and waits until each of its requests was answered or is overdue. Never fails for a reason that lies
     * in the network: that is the result's {@link Fault}.
     *
     * @throws InterruptedException when the calling thread is interrupted, which ends the burst
     */
    PingResult ping(PingRequest request) throws InterruptedException;

    /**
     * Sends a burst and returns at once. Cancelling the future sends no more of it.
     *
     * <p>The future may be completed by the thread that sends and receives: what depends on it must not block, or be one of
     * the {@code Async} forms.
     */
    CompletableFuture<PingResult> submit(PingRequest request);

    /** Returns why nothing can be measured here at all, or nothing when a request to this host itself is answered. */
    default Optional<Fault> check() throws InterruptedException {
        return Optional.ofNullable(ping(PingRequest.TO_OURSELVES).fault());
    }

    /** Says in a few words how it sends, such as {@code the system's ping command}. */
    String description();

    @Override
    void close();
}
