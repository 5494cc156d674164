package dev.noc.backend.history;

import com.datadoghq.sketch.ddsketch.store.Bin;
import com.datadoghq.sketch.ddsketch.store.Store;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Iterator;

/**
 * The bins of a sketch in as few bytes as they take on disk: mostly one for each bin.
 *
 * <p>The index of the first bin comes first, zig-zag coded. Then each bin is a byte, of which the upper five bits are
 * the distance from the bin before it less one, the lower three its count less one. Where one of them does not fit, its
 * bits are all set, and what is over follows. Numbers are LEB128.
 */
final class PackedLatencies {

    static final PackedLatencies NONE = new PackedLatencies(new byte[0]);

    private static final int COUNT_BITS = 3;
    private static final int COUNT_ESCAPE = (1 << COUNT_BITS) - 1;
    private static final int GAP_ESCAPE = (1 << (Byte.SIZE - COUNT_BITS)) - 1;

    private final byte[] bytes;

    private PackedLatencies(byte[] bytes) {
        this.bytes = bytes;
    }

    static PackedLatencies ofBytes(byte[] bytes) {
        return bytes.length == 0 ? NONE : new PackedLatencies(bytes);
    }

    static PackedLatencies of(Store counts) {
        if (counts.isEmpty()) {
            return NONE;
        }
        var out = new ByteArrayOutputStream();
        int before = counts.getMinIndex() - 1;
        writeNumber(out, zigZag(before + 1));
        for (Iterator<Bin> bins = counts.getAscendingIterator(); bins.hasNext(); ) {
            var bin = bins.next();
            writeBin(out, bin.getIndex() - before - 1L, Math.round(bin.getCount()) - 1);
            before = bin.getIndex();
        }
        return new PackedLatencies(out.toByteArray());
    }

    byte[] toBytes() {
        return bytes.clone();
    }

    void unpack(Bins reader) {
        var in = new Reader(bytes);
        if (!in.hasNext()) {
            return;
        }
        long first = in.number();
        long index = ((first >>> 1) ^ -(first & 1)) - 1;
        while (in.hasNext()) {
            int head = in.next();
            int gap = head >>> COUNT_BITS;
            int count = head & COUNT_ESCAPE;
            index += 1L + gap + (gap == GAP_ESCAPE ? in.number() : 0);
            reader.add((int) index, (double) (1L + count + (count == COUNT_ESCAPE ? in.number() : 0)));
        }
    }

    private static void writeBin(ByteArrayOutputStream out, long gap, long count) {
        out.write((int) ((Math.min(gap, GAP_ESCAPE) << COUNT_BITS) | Math.min(count, COUNT_ESCAPE)));
        if (gap >= GAP_ESCAPE) {
            writeNumber(out, gap - GAP_ESCAPE);
        }
        if (count >= COUNT_ESCAPE) {
            writeNumber(out, count - COUNT_ESCAPE);
        }
    }

    private static long zigZag(int number) {
        return Integer.toUnsignedLong((number << 1) ^ (number >> 31));
    }

    private static void writeNumber(ByteArrayOutputStream out, long number) {
        long left = number;
        while (left > 0x7F) {
            out.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackedLatencies that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Arrays.toString(bytes);
    }

    /** Takes how often times of a bin were seen. */
    @FunctionalInterface
    interface Bins {

        void add(int index, double count);
    }

    private static final class Reader {

        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasNext() {
            return at < bytes.length;
        }

        int next() {
            return Byte.toUnsignedInt(bytes[at++]);
        }

        long number() {
            long number = 0;
            for (int shift = 0; ; shift += 7) {
                int next = next();
                number |= (next & 0x7FL) << shift;
                if (next <= 0x7F) {
                    return number;
                }
            }
        }
    }
}
