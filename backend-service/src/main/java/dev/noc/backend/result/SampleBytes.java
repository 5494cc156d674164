package dev.noc.backend.result;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Samples as bytes. Each is a number: 0 for a loss, else one more than the zig-zag code of the difference, in microseconds,
 * from the sample before that came back (from 0 for the first). Numbers are written seven bits a byte, the lowest first; all
 * but the last byte of a number have the highest bit set.
 *
 * <p>What is stored stays readable as it is, so this form never changes.
 *
 * @see <a href="https://dwarfstd.org/doc/DWARF5.pdf">LEB128, DWARF 5, 7.6</a>
 */
public final class SampleBytes {

    /** No round trip takes longer than a day. */
    static final double MAX_MILLIS = 86_400_000;

    private static final double MICROS_PER_MILLI = 1_000;
    private static final int LOSS = 0;
    private static final int MORE = 0x80;
    private static final int VALUE = 0x7f;
    private static final int BITS = 7;

    private SampleBytes() {}

    /** Returns round-trip times in milliseconds, null for a loss, to the microsecond. */
    public static byte[] write(List<@Nullable Double> samples) {
        var bytes = new ByteArrayOutputStream(3 * samples.size());
        long before = 0;
        for (var sample : samples) {
            if (sample == null) {
                bytes.write(LOSS);
            } else {
                long micros = micros(sample);
                write(zigZag(micros - before) + 1, bytes);
                before = micros;
            }
        }
        return bytes.toByteArray();
    }

    static List<@Nullable Double> read(byte[] bytes) {
        var samples = new ArrayList<@Nullable Double>();
        long micros = 0;
        long number = 0;
        int shift = 0;
        for (byte next : bytes) {
            number |= (long) (next & VALUE) << shift;
            shift += BITS;
            if ((next & MORE) == 0) {
                micros += number == LOSS ? 0 : fromZigZag(number - 1);
                samples.add(number == LOSS ? null : micros / MICROS_PER_MILLI);
                number = 0;
                shift = 0;
            }
        }
        return samples;
    }

    /** Returns what is kept of samples: whole microseconds, a day at most. */
    static List<@Nullable Double> rounded(List<@Nullable Double> samples) {
        var rounded = new ArrayList<@Nullable Double>(samples.size());
        for (var sample : samples) {
            rounded.add(sample == null ? null : micros(sample) / MICROS_PER_MILLI);
        }
        return rounded;
    }

    private static long micros(double millis) {
        return Math.round(Math.min(millis, MAX_MILLIS) * MICROS_PER_MILLI);
    }

    private static void write(long number, ByteArrayOutputStream bytes) {
        long rest = number;
        while (rest >= MORE) {
            bytes.write((int) (rest & VALUE) | MORE);
            rest >>>= BITS;
        }
        bytes.write((int) rest);
    }

    /** Small numbers of either sign become small numbers. */
    private static long zigZag(long number) {
        return (number << 1) ^ (number >> (Long.SIZE - 1));
    }

    private static long fromZigZag(long number) {
        return (number >>> 1) ^ -(number & 1);
    }
}
