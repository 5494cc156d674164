package dev.noc.backend.history;

import dev.noc.backend.result.AllSeries;
import dev.noc.backend.result.Round;
import dev.noc.backend.result.Rounds;
import dev.noc.backend.result.Series;
import dev.noc.backend.result.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Builds the minutes that are over, with whatever longer bucket ends with one of them. */
@Component
@Order(1)
class BuildChore implements Chore {

    /** Results come some seconds after their round; those that take longer are repaired. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** What fits into a transaction that nobody notices. */
    private static final int MINUTES_AT_ONCE = 600;

    private static final int LEAST_WINDOW = 10;
    private static final int LONGEST_WINDOW = 180;

    private final AllSeries series;
    private final Rounds rounds;
    private final ProgressStore progress;
    private final RollupBuilder builder;
    private final Horizons horizons;
    private final RetentionProperties retention;
    private final Clock clock;
    private final RollupLock lock;
    private final TransactionOperations transaction;

    /** Series of which something is to be built. */
    private final Queue<Behind> behind = new ArrayDeque<>();

    /** What is built of each of them at once. */
    private Duration longest = Duration.ofMinutes(LEAST_WINDOW);

    BuildChore(
            AllSeries series,
            Rounds rounds,
            ProgressStore progress,
            RollupBuilder builder,
            Horizons horizons,
            RetentionProperties retention,
            Clock clock,
            RollupLock lock,
            TransactionOperations transaction) {
        this.series = series;
        this.rounds = rounds;
        this.progress = progress;
        this.builder = builder;
        this.horizons = horizons;
        this.retention = retention;
        this.clock = clock;
        this.lock = lock;
        this.transaction = transaction;
    }

    @Override
    public String purpose() {
        return "build roll-ups";
    }

    @Override
    public boolean doSome() {
        var windows = nextWindows();
        if (!windows.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                lock.own();
                build(windows);
            });
        }
        return !windows.isEmpty();
    }

    /** Returns what to build next: something of each of some series. Nothing when every series is built. */
    private List<Window> nextWindows() {
        var over = Resolution.MINUTE.floor(clock.instant().minus(GRACE));
        if (behind.isEmpty()) {
            findWhatIsBehind(over);
        }
        var windows = new ArrayList<Window>();
        long minutes = 0;
        while (minutes < MINUTES_AT_ONCE && !behind.isEmpty()) {
            var each = behind.remove();
            var window = nextWindow(each.series(), each.built(), over);
            if (window != null) {
                windows.add(window);
                minutes += Math.min(
                        longest.toMinutes(),
                        Duration.between(window.from(), window.to()).toMinutes());
            }
        }
        return windows;
    }

    /** Once for all of them: it reads something of every series. */
    private void findWhatIsBehind(Instant over) {
        var built = progress.built();
        var horizon = horizons.of(Resolution.RAW);
        for (var each : series.all()) {
            var until = latest(built.getOrDefault(each.id(), Instant.EPOCH), horizon);
            if (until.isBefore(over)) {
                behind.add(new Behind(each, until));
            }
        }
        longest = Duration.ofMinutes(
                Math.clamp(MINUTES_AT_ONCE / Math.max(1, behind.size()), LEAST_WINDOW, LONGEST_WINDOW));
    }

    /** Begins where the series is built up to, whatever gap follows: a round may come into it meanwhile. */
    private @Nullable Window nextWindow(Series some, Instant built, Instant over) {
        var next = rounds.next(some, built).filter(time -> time.isBefore(over));
        if (next.isPresent()) {
            return new Window(
                    some,
                    built,
                    earliest(over, Resolution.MINUTE.floor(next.get()).plus(longest)));
        }
        var silent = Resolution.DAY.floor(clock.instant().minus(retention.raw().dividedBy(2)));
        return built.isBefore(silent) ? new Window(some, built, silent) : null;
    }

    private void build(List<Window> windows) {
        var found = rounds.between(windows);
        var until = progress.built(
                windows.stream().map(window -> window.series().id()).toList());
        var spans = new ArrayList<Span>();
        Map<Long, Instant> done = new HashMap<>();
        for (var window : windows) {
            var id = window.series().id();
            var some = found.getOrDefault(window.series(), List.of());
            var end = endOf(some, window);
            if (!end.isBefore(until.getOrDefault(id, Instant.EPOCH))) {
                spans.add(new Span(id, until.getOrDefault(id, Instant.EPOCH), end, end, some));
                done.put(id, end);
            }
        }
        builder.build(spans);
        progress.save(done);
    }

    /** Only up to the last minute that has rounds, so that a probe that catches up does not come too late for others. */
    private static Instant endOf(List<Round> rounds, Window window) {
        return rounds.isEmpty()
                ? window.to()
                : Resolution.MINUTE.floor(rounds.getLast().time()).plusMillis(Resolution.MINUTE.millis());
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** @param built up to when it is built */
    private record Behind(Series series, Instant built) {}
}
