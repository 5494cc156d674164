package dev.noc.backend.status;

import java.util.Collections;
import java.util.List;

/** What several probes conclude together: a majority of those that can tell at all decides. */
final class Verdict {

    private static final List<Status> BEST_TO_WORST = List.of(Status.UP, Status.DEGRADED, Status.DOWN);

    private Verdict() {}

    /** Returns the status of the one in the middle, from best to worst; of an even number the better of the two. */
    static Status of(List<Status> seen) {
        int telling = seen.size() - Collections.frequency(seen, Status.UNKNOWN);
        int better = (telling - 1) / 2;
        for (var status : BEST_TO_WORST) {
            better -= Collections.frequency(seen, status);
            if (better < 0) {
                return status;
            }
        }
        return Status.UNKNOWN;
    }
}
