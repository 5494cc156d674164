package dev.noc.icmp.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Lets one thread sleep until a time, a message or another thread wakes it: ppoll(2) and eventfd(2). */
public final class Alarm implements AutoCloseable {

    private static final long NANOS = 1_000_000_000L;
    private static final int DESCRIPTOR = 8;

    private final MemorySegment callState;
    private final MemorySegment descriptors;
    private final MemorySegment timeout;
    private final MemorySegment counter;
    private final MemorySegment one;
    private final int sockets;
    private final int eventFd;
    private boolean closed;

    private Alarm(Arena arena, List<EchoSocket> sockets, MemorySegment callState, int eventFd) {
        this.callState = callState;
        this.descriptors = arena.allocate((sockets.size() + 1L) * DESCRIPTOR, 8);
        this.timeout = arena.allocate(16, 8);
        this.counter = arena.allocate(8, 8);
        this.one = arena.allocate(8, 8);
        this.sockets = sockets.size();
        this.eventFd = eventFd;
        Bytes.putNative64(one, 0, 1);
        watch(0, eventFd);
        for (int i = 0; i < sockets.size(); i++) {
            watch(i + 1, sockets.get(i).fd());
        }
    }

    /** Opens an alarm that can watch the given sockets. */
    public static Alarm open(Arena arena, List<EchoSocket> sockets) throws SocketRefusedException {
        var callState = LibC.newCallState(arena);
        int eventFd = LibC.eventfd(callState, 0, Linux.EFD_NONBLOCK | Linux.EFD_CLOEXEC);
        if (eventFd < 0) {
            throw new SocketRefusedException("eventfd", LibC.errno(callState));
        }
        return new Alarm(arena, sockets, callState, eventFd);
    }

    /** Makes sleeps of the calling thread end on time; the kernel allows itself 50 µs otherwise (prctl(2)). */
    public static void beExact() {
        LibC.prctl(Linux.PR_SET_TIMERSLACK, 1);
    }

    /** Sleeps until the time is over, {@link #ring} is called or, where asked for, a message is there. */
    public void sleep(long nanos, boolean wakeForMessages) {
        Bytes.putNative64(timeout, 0, nanos / NANOS);
        Bytes.putNative64(timeout, 8, nanos % NANOS);
        int woken = LibC.ppoll(callState, descriptors, wakeForMessages ? sockets + 1L : 1, timeout);
        if (woken > 0) {
            LibC.read(eventFd, counter, 8);
        }
    }

    /** Ends the sleep, or the next one. May be called by any thread, at any time. */
    public synchronized void ring() {
        if (!closed) {
            LibC.write(eventFd, one, 8);
        }
    }

    private void watch(int i, int fd) {
        Bytes.putNative32(descriptors, (long) i * DESCRIPTOR, fd);
        Bytes.putNative16(descriptors, (long) i * DESCRIPTOR + 4, Linux.POLLIN);
    }

    @Override
    public synchronized void close() {
        closed = true;
        LibC.close(eventFd);
    }
}
