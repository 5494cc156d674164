package dev.noc.probe.report;

import dev.noc.probe.schedule.RoundFinished;
import dev.noc.protocol.Result;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Results that the backend has not taken yet, oldest first, in bounded memory. */
@Component
class Spool {

    /** The oldest results, and the number of the first of them. */
    record Batch(long first, List<Result> results) {}

    private static final Logger log = LoggerFactory.getLogger(Spool.class);

    private final int capacity;
    private final ReportMeters meters;
    private final Deque<Result> waiting = new ArrayDeque<>();

    private long first;
    private boolean overflowing;
    private boolean closed;

    Spool(ReportProperties properties, ReportMeters meters) {
        this.capacity = properties.capacity();
        this.meters = meters;
        meters.gaugeWaiting(this, Spool::size);
    }

    @EventListener
    synchronized void add(RoundFinished round) {
        if (waiting.size() == capacity) {
            dropOldest();
        }
        waiting.addLast(round.result());
        notifyAll();
    }

    private void dropOldest() {
        if (!overflowing) {
            overflowing = true;
            log.warn(
                    "{} results wait, more do not fit: from now on each new one costs the oldest. Is the backend up?",
                    capacity);
        }
        removeFirst();
        meters.dropped();
    }

    /** Returns the oldest results, at most so many; they stay here until they are removed. */
    synchronized Batch oldest(int most) {
        return new Batch(first, waiting.stream().limit(most).toList());
    }

    /** Forgets a batch. Some of it may have been dropped in the meantime to make room. */
    synchronized void remove(Batch batch) {
        var end = batch.first() + batch.results().size();
        while (first < end) {
            removeFirst();
        }
        overflowing = false;
    }

    private void removeFirst() {
        waiting.removeFirst();
        first++;
    }

    synchronized int size() {
        return waiting.size();
    }

    /** Waits for a result; returns false as soon as the spool is closed. */
    synchronized boolean awaitResult() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        return !closed;
    }

    /** Ends all waiting. What is here, or still comes in, can be read as before. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
