package dev.noc.backend.history;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.noc.backend.result.AllSeries;
import dev.noc.backend.result.Rounds;
import dev.noc.backend.result.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Builds anew, when somebody asks for it, whatever can be: a day of a series after the other. */
@Component
@Order(3)
class RebuildChore implements Chore {

    private static final Duration AT_ONCE = Duration.ofMillis(20);

    private final AllSeries series;
    private final Rounds rounds;
    private final RollupStore rollups;
    private final ProgressStore progress;
    private final RollupBuilder builder;
    private final Horizons horizons;
    private final RollupLock lock;
    private final TransactionOperations transaction;

    RebuildChore(
            AllSeries series,
            Rounds rounds,
            RollupStore rollups,
            ProgressStore progress,
            RollupBuilder builder,
            Horizons horizons,
            RollupLock lock,
            TransactionOperations transaction) {
        this.series = series;
        this.rounds = rounds;
        this.rollups = rollups;
        this.progress = progress;
        this.builder = builder;
        this.horizons = horizons;
        this.lock = lock;
        this.transaction = transaction;
    }

    @Override
    public String purpose() {
        return "rebuild roll-ups";
    }

    @Override
    public boolean doSome() {
        if (progress.rebuilding().isEmpty()) {
            return false;
        }
        transaction.executeWithoutResult(status -> rebuildSome());
        return true;
    }

    private void rebuildSome() {
        lock.own();
        long end = System.nanoTime() + AT_ONCE.toNanos();
        var byId = series.all().stream().collect(toMap(Series::id, identity()));
        var next = progress.rebuilding();
        while (next.isPresent() && System.nanoTime() < end) {
            var some = byId.get(next.get().getKey());
            if (some != null) {
                rebuild(some, next.get().getValue());
            }
            next = progress.rebuilding();
        }
    }

    private void rebuild(Series some, Instant from) {
        var built = progress.built(some.id());
        var day = first(some)
                .map(first -> latest(Resolution.DAY.floor(first), from))
                .orElse(built);
        if (!day.isBefore(built)) {
            progress.rebuilt(some.id());
            return;
        }
        var nextDay = day.plusMillis(Resolution.DAY.millis());
        var to = nextDay.isBefore(built) ? nextDay : built;
        var since = latest(day, horizons.of(Resolution.RAW));
        builder.build(List.of(new Span(some.id(), day, to, built, rounds.between(some, since, to))));
        progress.rebuildFrom(some.id(), nextDay);
    }

    /** Returns when the oldest of all that is kept of a series began. */
    private Optional<Instant> first(Series some) {
        return Stream.concat(
                        rounds.next(some, horizons.of(Resolution.RAW)).stream(),
                        Resolution.ROLLED_UP.stream().flatMap(width -> rollups.first(some.id(), width).stream()))
                .min(Instant::compareTo);
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
