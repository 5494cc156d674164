package dev.noc.backend.stream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;

/**
 * Consecutive events as one text, so that many go out in one write. One thread appends; any may read what the journal says
 * is there. The arrays only ever grow, so what a reader has got hold of stays right.
 */
final class Block {

    static final int CAPACITY = 64 * 1024;

    /** Beside the text: where each event ends, and whom it is about. */
    private static final int BYTES_PER_EVENT = 8;

    private final long first;
    private int count;
    private Instant newest = Instant.MIN;
    private volatile byte[] text = new byte[1024];
    private volatile int[] ends = new int[8];
    private volatile String[] targets = new String[8];
    private volatile byte[] packed = {};

    Block(long first) {
        this.first = first;
    }

    long first() {
        return first;
    }

    boolean isFull() {
        return end(count) >= CAPACITY;
    }

    /** Returns when the newest event came. */
    Instant newest() {
        return newest;
    }

    /** Returns about how much memory it takes. */
    int size() {
        return text.length + packed.length + ends.length * BYTES_PER_EVENT;
    }

    void append(String target, byte[] event, Instant time) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            targets = Arrays.copyOf(targets, count * 2);
        }
        int from = end(count);
        int to = from + event.length;
        if (to > text.length) {
            text = Arrays.copyOf(text, Math.max(to, Math.min(text.length * 2, CAPACITY)));
        }
        System.arraycopy(event, 0, text, from, event.length);
        // Each report brings strings of its own for the same few targets.
        targets[count] = target.intern();
        ends[count++] = to;
        newest = time;
    }

    boolean isPacked() {
        return packed.length > 0;
    }

    /** Makes it small: few will read it again. Nothing may be appended any more. */
    void pack() {
        if (!isPacked()) {
            packed = Packing.pack(text, end(count));
            ends = Arrays.copyOf(ends, count);
            targets = Arrays.copyOf(targets, count);
            text = new byte[0];
        }
    }

    /** Returns the number of its newest event. */
    long last() {
        return first + count - 1;
    }

    /** Returns the events behind a number up to another one, both of this block; only those of some targets, or all. */
    Slice between(long after, long last, Set<String> wanted) {
        int from = Math.toIntExact(after + 1 - first);
        int to = Math.toIntExact(last + 1 - first);
        var all = unpacked();
        return wanted.isEmpty()
                ? new Slice(ByteBuffer.wrap(all, end(from), end(to) - end(from)), last)
                : only(wanted, all, from, to);
    }

    private Slice only(Set<String> wanted, byte[] all, int from, int to) {
        var some = new ByteArrayOutputStream();
        for (int i = from; i < to; i++) {
            if (wanted.contains(targets[i])) {
                some.write(all, end(i), end(i + 1) - end(i));
            }
        }
        return new Slice(ByteBuffer.wrap(some.toByteArray()), first + to - 1);
    }

    /** The text goes only when what is packed is there. */
    private byte[] unpacked() {
        var all = text;
        return all.length > 0 ? all : Packing.unpack(packed, end(ends.length));
    }

    private int end(int events) {
        return events == 0 ? 0 : ends[events - 1];
    }
}
