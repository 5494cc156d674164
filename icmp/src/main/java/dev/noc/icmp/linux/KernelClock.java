package dev.noc.icmp.linux;

/**
 * Turns the kernel's stamps, which are CLOCK_REALTIME, into CLOCK_MONOTONIC, so that setting the clock while a request
 * is under way changes no round-trip time.
 *
 * <p>The two clocks differ by a constant until someone sets the first: slewing moves both (clock_gettime(2)).
 */
public final class KernelClock {

    /** What the clocks say, in nanoseconds. */
    public interface Source {
        long monotonic();

        long realtime();
    }

    /** A difference beyond this is a clock that was set; below it, a thread that was held up between two readings. */
    private static final long STEP = 50_000;

    /** A stamp of before the step waits in a queue no longer than this. */
    private static final long MEMORY = 1_000_000_000L;

    private static final int ATTEMPTS = 5;

    private final Source source;
    private long now;
    private long offset;
    private long formerOffset;
    private long lastStep;
    private boolean stepped;

    public KernelClock(Source source) {
        this.source = source;
        this.offset = measure();
    }

    /** Looks at both clocks and returns the monotonic one. Every stamp must be converted after such a look. */
    public long tick() {
        long seen = measure();
        if (Math.abs(seen - offset) > STEP) {
            formerOffset = offset;
            offset = seen;
            lastStep = now;
            stepped = true;
        } else if (stepped && now - lastStep > MEMORY) {
            stepped = false;
        }
        return now;
    }

    /** Returns the monotonic time of the last look. */
    public long now() {
        return now;
    }

    /** Returns the monotonic time of a stamp. */
    public long monotonic(long stamp) {
        long time = stamp - offset;
        if (stepped) {
            long former = stamp - formerOffset;
            return isRecent(former) && !isRecent(time) ? former : time;
        }
        return time;
    }

    /** Says whether the clock was set so lately, and by so little, that a stamp may be wrong by that much. */
    public boolean doubtful(long stamp) {
        return stepped && isRecent(stamp - offset) == isRecent(stamp - formerOffset);
    }

    private boolean isRecent(long time) {
        return time <= now + STEP && time > now - MEMORY;
    }

    /** Reads realtime between two readings of monotonic, again when something came between them. */
    private long measure() {
        long best = 0;
        long width = Long.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS && width > STEP / 2; i++) {
            long before = source.monotonic();
            long realtime = source.realtime();
            long after = source.monotonic();
            now = after;
            if (after - before < width) {
                width = after - before;
                best = realtime - (before + (after - before) / 2);
            }
        }
        return Math.abs(best - offset) < width ? offset : best;
    }
}
