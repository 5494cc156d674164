package dev.noc.backend.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.protocol.ResultError;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBucket;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SampleCountsTest {

    private final SampleCounts counts = new SampleCounts();

    @Test
    void countsASampleInTheBucketWhoseBoundItDoesNotExceed() {
        counts.add(List.of(round(0.1, 0.101, 25.0, 30.0, 10_000.0, 10_000.001)));
        assertThat(rtt().getClassicBuckets().stream()
                        .filter(bucket -> bucket.getCount() > 0)
                        .collect(Collectors.toMap(
                                ClassicHistogramBucket::getUpperBound, ClassicHistogramBucket::getCount)))
                .containsOnly(
                        Map.entry(0.0001, 1L),
                        Map.entry(0.00025, 1L),
                        Map.entry(0.03, 2L),
                        Map.entry(10.0, 1L),
                        Map.entry(Double.POSITIVE_INFINITY, 1L));
    }

    @Test
    void sumsSecondsOfAnsweredSamplesAlone() {
        counts.add(List.of(round(12.0, null, 13.0), round(null, null)));
        assertThat(rtt().getSum()).isEqualTo(0.025);
        assertThat(rtt().getCount()).isEqualTo(2);
        assertThat(counts.snapshot().sent()).isEqualTo(5);
        assertThat(counts.snapshot().lost()).isEqualTo(3);
    }

    @Test
    void leavesOutWhatTheProbeCouldNotMeasure() {
        var obstacle = new ResultError(ResultError.PROBE, "no route");
        counts.add(List.of(new Round("quad9-dns", "office", Instant.EPOCH, Arrays.asList(1.0, null), obstacle)));
        assertThat(counts.snapshot().sent()).isZero();
        assertThat(rtt().getCount()).isZero();
    }

    private HistogramDataPointSnapshot rtt() {
        return counts.snapshot().rtt(Labels.of("target", "quad9-dns"));
    }

    private static Round round(@Nullable Double... rttMillis) {
        return new Round("quad9-dns", "office", Instant.EPOCH, Arrays.asList(rttMillis), null);
    }
}
