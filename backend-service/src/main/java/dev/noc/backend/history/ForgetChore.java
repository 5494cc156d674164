package dev.noc.backend.history;

import dev.noc.backend.result.AllSeries;
import dev.noc.backend.result.Rounds;
import dev.noc.backend.result.Series;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets what is older than it is to be kept: rounds only once they are rolled up. */
@Component
@Order(4)
class ForgetChore implements Chore {

    private static final int ROUNDS_AT_ONCE = 2_000;
    private static final int SERIES_AT_ONCE = 20;
    private static final Duration ROLLUPS_AT_ONCE = Duration.ofDays(1);

    private final AllSeries series;
    private final Rounds rounds;
    private final RollupStore rollups;
    private final ProgressStore progress;
    private final DueStore due;
    private final Horizons horizons;
    private final Stragglers stragglers;
    private final RetentionProperties retention;
    private final Clock clock;
    private final RollupLock lock;
    private final TransactionOperations transaction;

    /** Series that may hold roll-ups from before the horizon. */
    private final Deque<Series> toSweep = new ArrayDeque<>();

    private @Nullable Instant swept;

    ForgetChore(
            AllSeries series,
            Rounds rounds,
            RollupStore rollups,
            ProgressStore progress,
            DueStore due,
            Horizons horizons,
            Stragglers stragglers,
            RetentionProperties retention,
            Clock clock,
            RollupLock lock,
            TransactionOperations transaction) {
        this.series = series;
        this.rounds = rounds;
        this.rollups = rollups;
        this.progress = progress;
        this.due = due;
        this.horizons = horizons;
        this.stragglers = stragglers;
        this.retention = retention;
        this.clock = clock;
        this.lock = lock;
        this.transaction = transaction;
    }

    @Override
    public String purpose() {
        return "forget old rounds and roll-ups";
    }

    @Override
    public boolean doSome() {
        if (horizons.of(Resolution.RAW).isBefore(rawHorizon())) {
            transaction.executeWithoutResult(status -> moveHorizons());
        }
        int forgotten = rounds.forget(horizons.of(Resolution.RAW), ROUNDS_AT_ONCE);
        return sweep() || forgotten == ROUNDS_AT_ONCE;
    }

    /** Asks again within the transaction: a round may have come late meanwhile. */
    private void moveHorizons() {
        lock.own();
        var raw = rawHorizon();
        var minute = Resolution.HOUR.floor(earliest(raw, clock.instant().minus(retention.minute())));
        var hour = Resolution.DAY.floor(earliest(minute, clock.instant().minus(retention.hourly())));
        horizons.move(Resolution.RAW, raw);
        horizons.move(Resolution.MINUTE, minute);
        horizons.move(Resolution.HOUR, hour);
        stragglers.forget();
    }

    /** Returns when the oldest round begins that must stay: it is young enough, or waits for being rolled up. */
    private Instant rawHorizon() {
        var waiting = Stream.concat(due.oldest().stream(), progress.builtByAll().stream());
        return Stream.concat(waiting, Stream.of(clock.instant().minus(retention.raw())))
                .min(Instant::compareTo)
                .map(Resolution.MINUTE::floor)
                .orElseThrow();
    }

    /** Removes roll-ups of some series; only after the horizon has moved, which it does once an hour. */
    private boolean sweep() {
        var horizon = horizons.of(Resolution.MINUTE);
        if (toSweep.isEmpty() && !horizon.equals(swept)) {
            toSweep.addAll(series.all());
            swept = horizon;
        }
        if (toSweep.isEmpty()) {
            return false;
        }
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < SERIES_AT_ONCE && !toSweep.isEmpty(); i++) {
                if (!sweep(toSweep.peek())) {
                    toSweep.remove();
                }
            }
        });
        return true;
    }

    private boolean sweep(Series some) {
        boolean more = false;
        for (var width : Resolution.ROLLED_UP) {
            var horizon = horizons.of(width);
            Optional<Instant> first = rollups.first(some.id(), width).filter(start -> start.isBefore(horizon));
            if (first.isPresent()) {
                var to = earliest(horizon, first.get().plus(ROLLUPS_AT_ONCE));
                rollups.remove(width, List.of(new Stretch(some.id(), first.get(), to)));
                more |= to.isBefore(horizon);
            }
        }
        return more;
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
