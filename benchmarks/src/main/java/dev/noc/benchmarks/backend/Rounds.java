package dev.noc.benchmarks.backend;

import java.io.ByteArrayOutputStream;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Rounds of many targets, one interval after the other, as a probe reports them: half a millisecond of jitter around a
 * latency that each target has, and one sample in a hundred lost. The same seed gives the same rounds.
 */
final class Rounds {

    static final int SAMPLES = 5;
    static final int LOST = -1;
    static final long INTERVAL_MILLIS = 10_000;

    private static final int LOSS_ONE_IN = 100;
    private static final int JITTER_MICROS = 500;

    private final int targets;
    private final long start;
    private final RandomGenerator random;
    private long next;

    /** @param start of the first interval, milliseconds since 1970 */
    Rounds(int targets, long start, long seed) {
        this.targets = targets;
        this.start = start;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Goes on to the next target, or to the first one's next interval. */
    void advance() {
        next++;
    }

    int target() {
        return (int) (next % targets);
    }

    /** Returns when the round began, milliseconds since 1970: spread over the interval. */
    long time() {
        return start + next / targets * INTERVAL_MILLIS + target() * INTERVAL_MILLIS / targets;
    }

    /** Fills in the samples of the round: microseconds, or {@link #LOST}. */
    void samples(int[] micros) {
        int latency = 5_000 + target() % 200 * 500;
        for (int i = 0; i < SAMPLES; i++) {
            micros[i] = random.nextInt(LOSS_ONE_IN) == 0 ? LOST : latency + random.nextInt(JITTER_MICROS);
        }
    }

    /** Returns samples as the backend's SampleBytes writes them. */
    static byte[] toBytes(int[] micros) {
        var bytes = new ByteArrayOutputStream();
        int before = 0;
        for (int sample : micros) {
            int number = 0;
            if (sample != LOST) {
                int difference = sample - before;
                number = ((difference << 1) ^ (difference >> 31)) + 1;
                before = sample;
            }
            while (number >= 0x80) {
                bytes.write((number & 0x7f) | 0x80);
                number >>>= 7;
            }
            bytes.write(number);
        }
        return bytes.toByteArray();
    }
}
