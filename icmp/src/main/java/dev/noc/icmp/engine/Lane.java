package dev.noc.icmp.engine;

import dev.noc.icmp.linux.EchoSocket;
import dev.noc.icmp.linux.Linux;

/** One socket, read until it is empty. */
final class Lane {

    /** Batches in one go, so that a flood of foreign replies cannot keep us from sending. */
    private static final int MOST_BATCHES = 64;

    /** An empty queue still answers once with each ICMP error that is pending. */
    private static final int MOST_FAILURES = 8;

    private interface Queue {
        int read();
    }

    final EchoSocket socket;

    private final Queue stamps;
    private final Queue replies;
    private final Counters counters;
    private long drops;
    private long activeUntil = Long.MIN_VALUE;

    Lane(EchoSocket socket, Desk desk, Counters counters) {
        this.socket = socket;
        this.stamps = () -> socket.readErrors(desk);
        this.replies = () -> socket.readReplies(desk);
        this.counters = counters;
    }

    /** Says that something may arrive here until then. */
    void expectUntil(long time) {
        activeUntil = Math.max(activeUntil, time);
    }

    boolean isActive(long now) {
        return now <= activeUntil;
    }

    /** Reads time stamps and errors; returns whether none are left. */
    boolean drainStamps() {
        return drain(stamps);
    }

    /** Reads replies; returns whether none are left. */
    boolean drainReplies() {
        return drain(replies);
    }

    /** How many messages the kernel had dropped here when {@link #countDrops} looked last. */
    long drops() {
        return drops;
    }

    void countDrops() {
        long seen = socket.drops();
        if (seen != drops) {
            counters.add(Count.DROPPED, seen - drops);
            drops = seen;
        }
    }

    private static boolean drain(Queue queue) {
        int failures = 0;
        for (int batches = 0; batches < MOST_BATCHES; batches++) {
            int read = queue.read();
            if (read == -Linux.EAGAIN || (read >= 0 && read < EchoSocket.BATCH)) {
                return true;
            }
            if (read < 0 && ++failures == MOST_FAILURES) {
                return false;
            }
        }
        return false;
    }
}
