package dev.noc.backend.status;

import java.util.List;

/** What several probes conclude together: a majority of those that can tell at all decides. */
final class Verdict {

    private Verdict() {}

    /** Returns the status of the one in the middle, from best to worst; of an even number the better of the two. */
    static Status of(List<Status> seen) {
        var telling = seen.stream()
                .filter(status -> status != Status.UNKNOWN)
                .sorted()
                .toList();
        return telling.isEmpty() ? Status.UNKNOWN : telling.get((telling.size() - 1) / 2);
    }
}
