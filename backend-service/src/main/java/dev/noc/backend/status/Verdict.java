package dev.noc.backend.status;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What several probes conclude together: a majority of those that can tell at all decides. */
final class Verdict {

    private static final Comparator<Standing> NEWEST_LAST =
            Comparator.comparing(Standing::lastTime).thenComparing(Standing::probe);

    private Verdict() {}

    /**
     * Returns the standing that speaks for all, with the majority's status; empty where there is none. Of several that
     * agree it is the one with the newest round.
     */
    static Optional<Standing> of(List<Standing> standings) {
        var telling = standings.stream()
                .filter(standing -> standing.status() != Status.UNKNOWN)
                .toList();
        if (telling.isEmpty()) {
            return standings.stream().max(NEWEST_LAST);
        }
        var status = majority(telling);
        return telling.stream().filter(standing -> standing.status() == status).max(NEWEST_LAST);
    }

    /** The status of the one in the middle, from best to worst; of an even number the better of the two. */
    private static Status majority(List<Standing> telling) {
        var sorted = telling.stream().map(Standing::status).sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
