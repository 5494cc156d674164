package dev.noc.icmp.engine;

import dev.noc.icmp.linux.EchoSocket;
import dev.noc.icmp.linux.KernelClock;
import dev.noc.icmp.linux.Linux;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of one address family. Those to silent hosts of our own network wait in the kernel for the host's
 * hardware address and fill the socket's send buffer; the next ones then take another socket.
 */
final class Link {

    /** How long a request is tried again while this host's buffers are full. */
    private static final long PATIENCE = 100_000_000L;

    /** A late reply or error is still read for so long. */
    private static final long AFTERMATH = 1_000_000_000L;

    /** An ICMP error about an earlier request makes the next send fail (ip(7), IP_RECVERR), so try that one again: a storm brings several. */
    private static final int ATTEMPTS = 16;

    private final List<Lane> lanes;
    private final Desk desk;
    private final Deadlines deadlines;
    private final KernelClock clock;
    private final Counters counters;
    private final @Nullable Echo[] batch = new @Nullable Echo[EchoSocket.BATCH];
    private final ArrayDeque<Echo> deferred = new ArrayDeque<>();

    private int filled;
    private int current;

    Link(List<Lane> lanes, Desk desk, Deadlines deadlines, KernelClock clock, Counters counters) {
        this.lanes = lanes;
        this.desk = desk;
        this.deadlines = deadlines;
        this.clock = clock;
        this.counters = counters;
    }

    List<Lane> lanes() {
        return lanes;
    }

    boolean hasDeferred() {
        return !deferred.isEmpty();
    }

    void add(Echo echo) {
        echo.patience = clock.now() + PATIENCE;
        enqueue(echo);
    }

    /** Sends once more what this host's buffers had no room for. */
    void retry() {
        for (int left = deferred.size(); left > 0; left--) {
            var echo = deferred.remove();
            if (echo.patience < clock.now()) {
                desk.unsent(echo, echo.errno);
            } else if (echo.isWaiting()) {
                enqueue(echo);
            }
        }
    }

    /** Sends what was added. */
    void flush() {
        int first = 0;
        for (int tried = 0; first < filled && tried < lanes.size(); tried++) {
            first = sendThrough(lanes.get(current), first);
            if (first < filled) {
                current = (current + 1) % lanes.size();
            }
        }
        while (first < filled) {
            defer(at(first++), Linux.EAGAIN);
        }
        filled = 0;
    }

    private void enqueue(Echo echo) {
        batch[filled++] = echo;
        if (filled == batch.length) {
            flush();
        }
    }

    /** Returns the first request that the socket has no room for. */
    private int sendThrough(Lane lane, int from) {
        prepare(lane, from);
        int attempts = 0;
        for (int first = from; first < filled; ) {
            long before = clock.tick();
            int sent = lane.socket.send(first - from, filled - first);
            if (sent == -Linux.EAGAIN) {
                return first;
            }
            if (sent > 0) {
                taken(lane, first, sent, before);
                first += sent;
                attempts = 0;
            } else if (isFull(-sent) || ++attempts == ATTEMPTS) {
                refused(at(first++), -sent);
                attempts = 0;
            }
        }
        return filled;
    }

    private void prepare(Lane lane, int from) {
        for (int i = from; i < filled; i++) {
            var echo = at(i);
            var shape = echo.volley.shape;
            lane.socket.prepare(i - from, echo.volley.target, echo.token, shape.payload(), shape.ttl());
        }
    }

    private void taken(Lane lane, int first, int count, long before) {
        long after = clock.tick();
        for (int i = first; i < first + count; i++) {
            var echo = at(i);
            echo.lane = lane;
            echo.dropsBefore = lane.drops();
            echo.handed = before;
            echo.deadline = after + echo.volley.shape.timeout();
            lane.expectUntil(echo.deadline + AFTERMATH);
            deadlines.add(echo);
        }
        counters.add(Count.SENT, count);
    }

    private void refused(Echo echo, int errno) {
        if (isFull(errno)) {
            defer(echo, errno);
        } else {
            desk.unsent(echo, errno);
        }
    }

    /** Never the error of an earlier request. Thousands of silent hosts of our own network fill the kernel's table of them. */
    private static boolean isFull(int errno) {
        return errno == Linux.ENOBUFS || errno == Linux.ENOMEM;
    }

    private void defer(Echo echo, int errno) {
        echo.errno = errno;
        deferred.add(echo);
    }

    private Echo at(int i) {
        var echo = batch[i];
        if (echo == null) {
            throw new IllegalStateException("nothing was added at " + i);
        }
        return echo;
    }
}
