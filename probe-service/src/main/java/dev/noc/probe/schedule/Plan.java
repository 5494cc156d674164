package dev.noc.probe.schedule;

import dev.noc.protocol.Assignment;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When the rounds of a target are due: once an interval, at the same phase after every restart.
 *
 * @param target what to measure
 * @param place its place among all targets, from 0 up to but not including 1
 * @param firstSpread the time over which the first rounds of all targets are spread
 */
record Plan(Assignment target, double place, Duration firstSpread) {

    /** Who starts a probe wants to see something. */
    private static final Duration SHORTEST_SPREAD = Duration.ofSeconds(1);

    /** But thousands of rounds at once would fill the line that they measure. */
    private static final Duration SPREAD_A_TARGET = Duration.ofMillis(1);

    /** Spreads the starts of all targets evenly; the order of their ids decides who comes when. */
    static List<Plan> spread(List<Assignment> targets) {
        var sorted =
                targets.stream().sorted(Comparator.comparing(Assignment::id)).toList();
        var wanted = SPREAD_A_TARGET.multipliedBy(sorted.size());
        var spread = wanted.compareTo(SHORTEST_SPREAD) < 0 ? SHORTEST_SPREAD : wanted;
        return IntStream.range(0, sorted.size())
                .mapToObj(i -> new Plan(sorted.get(i), (double) i / sorted.size(), spread))
                .toList();
    }

    /** Returns how long a target that was never measured waits for its first round. */
    Duration untilFirst() {
        var interval = target.interval();
        return part(interval.compareTo(firstSpread) < 0 ? interval : firstSpread);
    }

    /**
     * Returns the time from now until the next due time, leaving out those that come sooner than half an interval after
     * the last start: a moved phase, or a clock that was set, must not double a round.
     */
    Duration untilNext(Instant now, Duration sinceLastStart) {
        var interval = target.interval();
        var rest = interval.dividedBy(2).minus(sinceLastStart);
        var earliest = rest.isPositive() ? rest : Duration.ZERO;
        var phase = Duration.between(Instant.EPOCH, now.plus(earliest)).minus(part(interval));
        var past = Math.floorMod(phase.toNanos(), interval.toNanos());
        return earliest.plusNanos(past == 0 ? 0 : interval.toNanos() - past);
    }

    private Duration part(Duration whole) {
        return Duration.ofNanos(Math.round(whole.toNanos() * place));
    }
}
