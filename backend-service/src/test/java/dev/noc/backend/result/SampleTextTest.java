package dev.noc.backend.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleTextTest {

    static Stream<List<@Nullable Double>> samples() {
        return Stream.of(
                listOf(),
                listOf((Double) null),
                listOf(null, null),
                listOf(11.9, null, 12.4),
                listOf(0.0, 1e-7, 123_456.789, Double.MIN_VALUE));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsWhatItWrote(List<@Nullable Double> samples) {
        assertThat(SampleText.read(SampleText.write(samples))).isEqualTo(samples);
    }

    private static List<@Nullable Double> listOf(@Nullable Double... values) {
        return new ArrayList<>(Arrays.asList(values));
    }
}
