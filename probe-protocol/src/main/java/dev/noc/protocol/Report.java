package dev.noc.protocol;

import java.util.List;

/**
 * The body of {@code POST /metrics}: what one probe measured.
 *
 * @param probe the id of the probe
 * @param results at most {@link #MAX_RESULTS}, in any order
 */
public record Report(String probe, List<Result> results) {

    /** A backend refuses a report with more results than this. */
    public static final int MAX_RESULTS = 1_000;

    /** A backend refuses a report that takes more bytes than this. */
    public static final int MAX_BYTES = 1 << 20;
}
