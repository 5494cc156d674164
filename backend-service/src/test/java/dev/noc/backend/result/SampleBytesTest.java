package dev.noc.backend.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleBytesTest {

    private static final double MICROS_PER_MILLI = 1_000;
    private static final int DAY_BITS = 37;

    static Stream<List<@Nullable Double>> samples() {
        return Stream.of(
                listOf(),
                listOf((Double) null),
                listOf(null, null),
                listOf(0.0, 0.0),
                listOf(11.9, null, 12.4),
                listOf(null, 0.001, 0.0, null, SampleBytes.MAX_MILLIS, 0.0),
                listOf(0.063, 0.064, 63.999, 64.0, 8_191.999, 8_192.0));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsWhatItWrote(List<@Nullable Double> samples) {
        assertThat(SampleBytes.read(SampleBytes.write(samples))).isEqualTo(samples);
    }

    @Test
    void readsAnySamplesThatItWrote() {
        var random = RandomGenerator.of("L64X128MixRandom");
        var all = Stream.generate(() -> any(random)).limit(20_000).toList();

        assertThat(all)
                .allSatisfy(samples ->
                        assertThat(SampleBytes.read(SampleBytes.write(samples))).isEqualTo(samples));
    }

    @Test
    void keepsTheFormThatIsOnDisk() {
        assertThat(hex(listOf(11.9, null, 12.4, 12.0, 11.8))).isEqualTo("f9b90100e907a0069003");
        assertThat(hex(listOf())).isEmpty();
    }

    @Test
    void takesTwoBytesForASampleNearTheOneBefore() {
        assertThat(SampleBytes.write(listOf(12.0, 12.5, 11.9, 12.1, 12.0))).hasSizeLessThanOrEqualTo(11);
    }

    @Test
    void keepsWholeMicroseconds() {
        var samples = SampleBytes.rounded(listOf(11.9004, null, 0.0006, 1e300));

        assertThat(samples).isEqualTo(listOf(11.9, null, 0.001, SampleBytes.MAX_MILLIS));
        assertThat(SampleBytes.read(SampleBytes.write(listOf(11.9004, null, 0.0006, 1e300))))
                .isEqualTo(samples);
    }

    /** Of every length, and of every order of magnitude. */
    private static List<@Nullable Double> any(RandomGenerator random) {
        return LongStream.range(0, random.nextInt(101))
                .<@Nullable Double>mapToObj(i -> random.nextInt(5) == 0 ? null : micros(random) / MICROS_PER_MILLI)
                .collect(Collectors.toList());
    }

    private static long micros(RandomGenerator random) {
        return Math.min(random.nextLong(1L << random.nextInt(1, DAY_BITS + 1)), (long)
                (SampleBytes.MAX_MILLIS * MICROS_PER_MILLI));
    }

    private static String hex(List<@Nullable Double> samples) {
        return HexFormat.of().formatHex(SampleBytes.write(samples));
    }

    private static List<@Nullable Double> listOf(@Nullable Double... values) {
        return new ArrayList<>(Arrays.asList(values));
    }
}
