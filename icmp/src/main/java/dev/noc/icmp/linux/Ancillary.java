package dev.noc.icmp.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;

/**
 * What comes beside a message (cmsg(3)): when the kernel had it, and why it is in the error queue. One object is filled
 * again and again.
 *
 * <p>Sources: Documentation/networking/timestamping.rst of the kernel, and IP_RECVERR in ip(7).
 */
final class Ancillary {

    private static final int HEADER = 16;
    private static final int TIMESTAMPING = 48;
    private static final int EXTENDED_ERROR = 16;
    private static final long NANOS = 1_000_000_000L;

    /** Outside the heap, as all others are: see "plainly" in RATIONALE.md. */
    private static final MemorySegment NOBODY = Arena.global().allocate(Endpoint.ROOM, 8);

    private final Family family;

    /** CLOCK_REALTIME in nanoseconds, or 0 when the kernel gave none. */
    long stamp;

    /** Where the error comes from, or 0 when there is none. */
    int origin;

    int errno;
    int type;
    int code;
    int info;

    private MemorySegment offenderMemory = NOBODY;
    private long offenderAt;

    Ancillary(Family family) {
        this.family = family;
    }

    void read(MemorySegment memory, long at, int length) {
        stamp = 0;
        origin = 0;
        for (long here = at; here + HEADER <= at + length; ) {
            long size = Bytes.native64(memory, here);
            if (size < HEADER || size > at + length - here) {
                return;
            }
            readOne(memory, here, size - HEADER);
            here += (size + 7) & ~7L;
        }
    }

    /** The host that sent the ICMP error. */
    InetAddress offender() {
        return Endpoint.read(offenderMemory, offenderAt);
    }

    private void readOne(MemorySegment memory, long header, long size) {
        int level = Bytes.native32(memory, header + 8);
        int type = Bytes.native32(memory, header + 12);
        long data = header + HEADER;
        if (level == Linux.SOL_SOCKET && type == Linux.SO_TIMESTAMPING && size >= TIMESTAMPING) {
            stamp = Bytes.native64(memory, data) * NANOS + Bytes.native64(memory, data + 8);
        } else if (level == family.level && type == family.receiveErrors && size >= EXTENDED_ERROR) {
            readError(memory, data, size);
        }
    }

    private void readError(MemorySegment memory, long data, long size) {
        errno = Bytes.native32(memory, data);
        origin = Bytes.u8(memory, data + 4);
        type = Bytes.u8(memory, data + 5);
        code = Bytes.u8(memory, data + 6);
        info = Bytes.native32(memory, data + 8);
        var named = size >= EXTENDED_ERROR + (family == Family.IPV4 ? 16 : 28);
        offenderMemory = named ? memory : NOBODY;
        offenderAt = named ? data + EXTENDED_ERROR : 0;
    }
}
