package dev.noc.backend.status;

import dev.noc.backend.target.Expectation;
import java.time.Duration;
import java.util.List;

/** What makes an incident of the stretches of a target. Pure: the same stretches always give the same incidents. */
final class IncidentRules {

    /** Nobody could tell for so long: whatever is found then is another incident. */
    static final Duration LONGEST_BLINDNESS = Duration.ofHours(24);

    private static final Duration SHORTEST_CALM = Duration.ofMinutes(5);
    private static final int CALM_INTERVALS = 5;

    private IncidentRules() {}

    /** Returns how long a target must be UP until what comes next is another incident. */
    static Duration calm(Expectation expected) {
        var intervals = expected.interval().multipliedBy(CALM_INTERVALS);
        return intervals.compareTo(SHORTEST_CALM) < 0 ? SHORTEST_CALM : intervals;
    }

    /** Returns how far back what changes at a time may belong to an incident that ended before. */
    static Duration reach(Expectation expected) {
        var calm = calm(expected);
        return calm.compareTo(LONGEST_BLINDNESS) < 0 ? LONGEST_BLINDNESS : calm;
    }

    /** Returns the incidents in these stretches, oldest first, with 0 for their ids. */
    static List<Incident> of(String targetId, List<Stretch> stretches, Expectation expected) {
        var fold = new IncidentFold(targetId, expected);
        stretches.forEach(fold::add);
        return fold.incidents();
    }
}
