package dev.noc.probe.check.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The status codes that a server is expected to answer with.
 *
 * @param text as it was written, such as {@code 200-299,301}
 */
record StatusSet(String text, List<Range> ranges) {

    private static final Pattern RANGE = Pattern.compile("([1-5]\\d\\d)(?:\\s*-\\s*([1-5]\\d\\d))?");

    /**
     * Reads a set.
     *
     * @throws IllegalArgumentException when it is none
     */
    static StatusSet of(String text) {
        var ranges = new ArrayList<Range>();
        for (var part : text.split(",", -1)) {
            var numbers = RANGE.matcher(part.strip());
            if (!numbers.matches()) {
                throw new IllegalArgumentException(
                        "'expectedStatus' must be codes and ranges such as 200-299,301, not '%s'".formatted(text));
            }
            var least = Integer.parseInt(numbers.group(1));
            ranges.add(new Range(least, numbers.group(2) == null ? least : Integer.parseInt(numbers.group(2))));
        }
        return new StatusSet(text, List.copyOf(ranges));
    }

    boolean contains(int code) {
        return ranges.stream().anyMatch(range -> range.least() <= code && code <= range.most());
    }

    /** Neighbouring codes, both ends among them. */
    record Range(int least, int most) {}
}
