package dev.noc.backend.history;

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
     * Returns a quantile in microseconds: of the bin that holds the time at that place in their order.
     *
     * @param quantile 0.5 for the median
     * @param count how many times there are; one at least
     */
    double quantile(double quantile, long count) {
        var search = new Search(quantile * (count - 1));
        counts.forEach(search::visit);
        return BINS.value(search.bin);
    }

    /** Counts through the bins, shortest times first, up to the one that holds a rank. */
    private static final class Search {

        private final double rank;
        private double seen;
        private int bin;

        Search(double rank) {
            this.rank = rank;
        }

        void visit(int index, double count) {
            if (seen <= rank) {
                bin = index;
            }
            seen += count;
        }
    }
}
