package dev.noc.icmp.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Native memory for many messages at once: an array of {@code struct mmsghdr} whose pointers are set once, and the
 * buffers behind them.
 */
final class MessageBatch {

    private static final int HEADER = 64;
    private static final int NAME_LENGTH = 8;
    private static final int CONTROL_LENGTH = 40;
    private static final int FLAGS = 48;
    private static final int LENGTH = 56;
    private static final int VECTOR = 16;

    final MemorySegment headers;
    final MemorySegment buffers;

    private final MemorySegment vectors;
    private final int size;
    private final int payload;
    private final int control;
    private final int stride;

    /** Both capacities are in bytes, for each message, and multiples of 8. */
    MessageBatch(Arena arena, int size, int payload, int control) {
        this.size = size;
        this.payload = payload;
        this.control = control;
        this.stride = Endpoint.ROOM + control + payload;
        this.headers = arena.allocate((long) size * HEADER, 8);
        this.vectors = arena.allocate((long) size * VECTOR, 8);
        this.buffers = arena.allocate((long) size * stride, 8);
        for (int i = 0; i < size; i++) {
            link(i);
        }
        empty(size);
    }

    private void link(int i) {
        long header = (long) i * HEADER;
        long vector = (long) i * VECTOR;
        Bytes.putNative64(headers, header, buffers.address() + nameAt(i));
        Bytes.putNative64(headers, header + 16, vectors.address() + vector);
        Bytes.putNative64(headers, header + 24, 1);
        Bytes.putNative64(headers, header + 32, buffers.address() + controlAt(i));
        Bytes.putNative64(vectors, vector, buffers.address() + payloadAt(i));
        Bytes.putNative64(vectors, vector + 8, payload);
    }

    /** Gives the kernel all of the room of the first messages again: a receive shrinks the lengths to what it wrote. */
    void empty(int count) {
        for (int i = 0; i < count; i++) {
            lengths(i, Endpoint.ROOM, control);
        }
    }

    void lengths(int i, int name, int payload, int control) {
        lengths(i, name, control);
        Bytes.putNative64(vectors, (long) i * VECTOR + 8, payload);
    }

    private void lengths(int i, int name, int control) {
        Bytes.putNative32(headers, (long) i * HEADER + NAME_LENGTH, name);
        Bytes.putNative64(headers, (long) i * HEADER + CONTROL_LENGTH, control);
    }

    /** The headers from one on, for a call that continues where the last one stopped. */
    MemorySegment headersFrom(int i) {
        return i == 0 ? headers : headers.asSlice((long) i * HEADER);
    }

    int size() {
        return size;
    }

    long nameAt(int i) {
        return (long) i * stride;
    }

    long payloadAt(int i) {
        return (long) i * stride + Endpoint.ROOM;
    }

    long controlAt(int i) {
        return (long) i * stride + Endpoint.ROOM + payload;
    }

    int nameLength(int i) {
        return Bytes.native32(headers, (long) i * HEADER + NAME_LENGTH);
    }

    int controlLength(int i) {
        return (int) Bytes.native64(headers, (long) i * HEADER + CONTROL_LENGTH);
    }

    int flags(int i) {
        return Bytes.native32(headers, (long) i * HEADER + FLAGS);
    }

    int length(int i) {
        return Bytes.native32(headers, (long) i * HEADER + LENGTH);
    }
}
