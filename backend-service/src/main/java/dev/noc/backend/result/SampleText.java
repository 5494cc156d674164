package dev.noc.backend.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Samples in one column: {@code 11.9,,12.4} is two round-trip times in milliseconds with a loss between them. */
final class SampleText {

    private static final String NONE = "-";

    private SampleText() {}

    static String write(List<@Nullable Double> samples) {
        return samples.isEmpty()
                ? NONE
                : samples.stream().map(SampleText::writeOne).collect(Collectors.joining(","));
    }

    static List<@Nullable Double> read(String text) {
        var samples = new ArrayList<@Nullable Double>();
        if (!text.equals(NONE)) {
            for (var sample : text.split(",", -1)) {
                samples.add(sample.isEmpty() ? null : Double.valueOf(sample));
            }
        }
        return samples;
    }

    private static String writeOne(@Nullable Double sample) {
        return sample == null ? "" : sample.toString();
    }
}
