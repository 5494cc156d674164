package dev.noc.backend.history;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.store.Store;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;

/**
 * How round-trip times are spread, such that quantiles of many are as exact as those of one.
 *
 * @see <a href="https://www.vldb.org/pvldb/vol12/p2195-masson.pdf">DDSketch</a>
 */
final class Latencies {

    /** What a quantile may be off by; the bar is one per cent, and half the error would cost half as much disk again. */
    static final double RELATIVE_ERROR = 0.0075;

    /** Plain arithmetic instead of a logarithm: the same bins on every machine, so that rebuilding changes no byte. */
    private static final IndexMapping BINS = new CubicallyInterpolatedMapping(RELATIVE_ERROR);

    private final Store counts = new UnboundedSizeDenseStore();
    private final DDSketch sketch = DDSketch.of(BINS, new UnboundedSizeDenseStore(), counts, 0);

    /** Adds a round-trip time; one below a microsecond counts as one. */
    void add(long micros) {
        counts.add(BINS.index((double) Math.max(1, micros)));
    }

    void add(PackedLatencies others) {
        others.unpack(counts::add);
    }

    PackedLatencies pack() {
        return PackedLatencies.of(counts);
    }

    /**
     * Returns a quantile in microseconds. There must be at least one time.
     *
     * @param quantile 0.5 for the median
     */
    double quantile(double quantile) {
        return sketch.getValueAtQuantile(quantile);
    }
}
