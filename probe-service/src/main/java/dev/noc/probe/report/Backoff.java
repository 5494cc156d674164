package dev.noc.probe.report;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Ever longer pauses, each of them at random between half and whole, so that probes do not come back all at once. */
final class Backoff {

    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final RandomGenerator random;
    private Duration next = SHORTEST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        var pause = jittered(next);
        var twice = next.multipliedBy(2);
        next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        return pause;
    }

    Duration longest() {
        return jittered(LONGEST);
    }

    /** Begins anew, with no pause at all. */
    Duration reset() {
        next = SHORTEST;
        return Duration.ZERO;
    }

    private Duration jittered(Duration whole) {
        return Duration.ofMillis(random.nextLong(whole.toMillis() / 2, whole.toMillis() + 1));
    }
}
