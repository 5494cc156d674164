package dev.noc.icmp.engine;

/**
 * How long the engine may sleep. With stamps from the kernel nothing need be read promptly: when there is much to do it
 * is done in ticks, and a reply that comes in between waits for the next one.
 */
final class Pulse {

    private static final long MILLI = 1_000_000L;
    private static final long WINDOW = 100 * MILLI;
    private static final long LONGEST_TICK = 100 * MILLI;
    private static final long SHORTEST_TICK = MILLI;

    /** In so short a time all replies that are under way may come. */
    private static final long RUSH = 50 * MILLI;

    /** Requests in a window from which on we tick. */
    private static final int BUSY = 20;

    /** Requests that one tick should be about, at most. */
    private static final int CHUNK = 128;

    private final int capacity;
    private long windowStart;
    private int inWindow;
    private long inLastWindow;
    private long spacing = Long.MAX_VALUE;
    private long lastSpacing = Long.MAX_VALUE;

    /** The capacity is that of the smallest receive buffer, in replies. */
    Pulse(int capacity) {
        this.capacity = capacity;
    }

    void sent(long now, int count) {
        roll(now);
        inWindow += count;
    }

    /** Says that another request must follow one that was sent now after so many nanoseconds. */
    void follows(long nanos) {
        spacing = Math.min(spacing, nanos);
    }

    boolean isBusy(long now) {
        roll(now);
        return Math.max(inWindow, inLastWindow) > BUSY;
    }

    /**
     * Returns a time in which no receive buffer can fill up, given how many requests are under way, and which leaves the
     * requests of a volley apart.
     */
    long tick(int waiting) {
        long perWindow = Math.max(1, Math.max(inWindow, inLastWindow));
        long forChunk = WINDOW * CHUNK / perWindow;
        long forBuffer = RUSH * capacity / (2L * Math.max(1, waiting));
        long forSpacing = Math.min(spacing, lastSpacing) / 4;
        return Math.clamp(Math.min(forSpacing, Math.min(forChunk, forBuffer)), SHORTEST_TICK, LONGEST_TICK);
    }

    private void roll(long now) {
        long elapsed = now - windowStart;
        if (elapsed >= WINDOW) {
            inLastWindow = inWindow * WINDOW / elapsed;
            inWindow = 0;
            lastSpacing = elapsed < 2 * WINDOW ? spacing : Long.MAX_VALUE;
            spacing = Long.MAX_VALUE;
            windowStart = now;
        }
    }
}
