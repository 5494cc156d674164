package dev.noc.backend.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import java.util.Arrays;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {

    private static final double[] QUANTILES = {0, 0.01, 0.5, 0.9, 0.95, 0.99, 0.999, 1};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void quantilesAreOffByLessThanOnePerCent(long seed) {
        var random = new Random(seed);

        assertQuantiles(() -> 1 + random.nextLong(10_000));
        assertQuantiles(() -> Math.round(Math.exp(random.nextGaussian(9, 2))));
        assertQuantiles(
                () -> random.nextInt(100) == 0 ? 900_000 + random.nextInt(50_000) : 12_000 + random.nextInt(900));
    }

    private static void assertQuantiles(LongSupplier source) {
        var times = LongStream.generate(source)
                .limit(20_000)
                .map(time -> Math.max(1, time))
                .toArray();
        var latencies = mergedFromTen(times);
        Arrays.sort(times);
        for (double quantile : QUANTILES) {
            double exact = times[(int) (quantile * (times.length - 1))];
            assertThat(latencies.quantile(quantile, times.length))
                    .as("quantile %s", quantile)
                    .isCloseTo(exact, withinPercentage(1));
        }
    }

    private static Latencies mergedFromTen(long[] times) {
        var merged = new Latencies();
        for (int part = 0; part < 10; part++) {
            var latencies = new Latencies();
            for (int i = part; i < times.length; i += 10) {
                latencies.add(times[i]);
            }
            merged.add(latencies.pack());
        }
        return merged;
    }

    @Test
    void orderOfAddingChangesNoByte() {
        long[] times = new Random(7).longs(1_000, 1, 5_000_000).toArray();
        var forwards = new Latencies();
        var backwards = new Latencies();
        for (int i = 0; i < times.length; i++) {
            forwards.add(times[i]);
            backwards.add(times[times.length - 1 - i]);
        }

        assertThat(mergedFromTen(times).pack()).isEqualTo(forwards.pack()).isEqualTo(backwards.pack());
    }

    @Test
    void nothingTakesNoByte() {
        assertThat(new Latencies().pack().toBytes()).isEmpty();
    }

    @Test
    void timeBelowAMicrosecondCountsAsOne() {
        var latencies = new Latencies();
        latencies.add(0);

        assertThat(latencies.quantile(0.5, 1)).isCloseTo(1, withinPercentage(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void packedBinsAreTheSame(int seed) {
        var random = new Random(seed);
        var bins = new UnboundedSizeDenseStore();
        for (int i = 0; i < 200; i++) {
            bins.add(random.nextInt(4_000) - 2_000, 1.0 + random.nextInt(seed % 2 == 0 ? 3 : 3_000_000));
        }
        var unpacked = new UnboundedSizeDenseStore();

        PackedLatencies.ofBytes(PackedLatencies.of(bins).toBytes()).unpack(unpacked::add);

        assertThat(unpacked.getStream().toList()).isEqualTo(bins.getStream().toList());
    }

    @Test
    void packedBinsMostlyTakeAByte() {
        var latencies = new Latencies();
        for (int i = 0; i < 30; i++) {
            latencies.add(10_000 + 100 * i);
        }

        assertThat(latencies.pack().toBytes()).hasSizeLessThan(32);
    }
}
