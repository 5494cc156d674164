package dev.noc.icmp.linux;

import static java.nio.ByteOrder.BIG_ENDIAN;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Reads and writes at any offset: in the kernel's structs in native order, in packets in network order. */
final class Bytes {

    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfShort NETWORK_SHORT = SHORT.withOrder(BIG_ENDIAN);
    private static final ValueLayout.OfInt NETWORK_INT = INT.withOrder(BIG_ENDIAN);
    private static final ValueLayout.OfLong NETWORK_LONG = LONG.withOrder(BIG_ENDIAN);

    private Bytes() {}

    static int u8(MemorySegment memory, long at) {
        return memory.get(ValueLayout.JAVA_BYTE, at) & 0xff;
    }

    static int u16(MemorySegment memory, long at) {
        return memory.get(NETWORK_SHORT, at) & 0xffff;
    }

    static int i32(MemorySegment memory, long at) {
        return memory.get(NETWORK_INT, at);
    }

    static long i64(MemorySegment memory, long at) {
        return memory.get(NETWORK_LONG, at);
    }

    static void put8(MemorySegment memory, long at, int value) {
        memory.set(ValueLayout.JAVA_BYTE, at, (byte) value);
    }

    static void put16(MemorySegment memory, long at, int value) {
        memory.set(NETWORK_SHORT, at, (short) value);
    }

    static void put32(MemorySegment memory, long at, int value) {
        memory.set(NETWORK_INT, at, value);
    }

    static void put64(MemorySegment memory, long at, long value) {
        memory.set(NETWORK_LONG, at, value);
    }

    static int native16(MemorySegment memory, long at) {
        return memory.get(SHORT, at) & 0xffff;
    }

    static int native32(MemorySegment memory, long at) {
        return memory.get(INT, at);
    }

    static long native64(MemorySegment memory, long at) {
        return memory.get(LONG, at);
    }

    static void putNative16(MemorySegment memory, long at, int value) {
        memory.set(SHORT, at, (short) value);
    }

    static void putNative32(MemorySegment memory, long at, int value) {
        memory.set(INT, at, value);
    }

    static void putNative64(MemorySegment memory, long at, long value) {
        memory.set(LONG, at, value);
    }
}
