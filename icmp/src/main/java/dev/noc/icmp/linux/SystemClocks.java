package dev.noc.icmp.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The clocks of this host, by clock_gettime(2). Used by one thread at a time. */
public final class SystemClocks implements KernelClock.Source {

    private static final long NANOS = 1_000_000_000L;

    private final MemorySegment time;

    public SystemClocks(Arena arena) {
        this.time = arena.allocate(16, 8);
    }

    @Override
    public long monotonic() {
        return read(Linux.CLOCK_MONOTONIC);
    }

    @Override
    public long realtime() {
        return read(Linux.CLOCK_REALTIME);
    }

    private long read(int clock) {
        LibC.clock_gettime(clock, time);
        return Bytes.native64(time, 0) * NANOS + Bytes.native64(time, 8);
    }
}
