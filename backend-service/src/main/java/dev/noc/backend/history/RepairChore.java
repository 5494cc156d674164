package dev.noc.backend.history;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.noc.backend.history.DueStore.Minute;
import dev.noc.backend.result.AllSeries;
import dev.noc.backend.result.Rounds;
import dev.noc.backend.result.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Builds anew what late rounds have changed. */
@Component
@Order(2)
class RepairChore implements Chore {

    private static final int MINUTES_AT_ONCE = 300;
    private static final Duration CLOSE = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(6);

    private final AllSeries series;
    private final Rounds rounds;
    private final DueStore due;
    private final ProgressStore progress;
    private final RollupBuilder builder;
    private final RollupLock lock;
    private final TransactionOperations transaction;

    RepairChore(
            AllSeries series,
            Rounds rounds,
            DueStore due,
            ProgressStore progress,
            RollupBuilder builder,
            RollupLock lock,
            TransactionOperations transaction) {
        this.series = series;
        this.rounds = rounds;
        this.due = due;
        this.progress = progress;
        this.builder = builder;
        this.lock = lock;
        this.transaction = transaction;
    }

    @Override
    public String purpose() {
        return "repair roll-ups";
    }

    @Override
    public boolean doSome() {
        if (due.oldest().isEmpty()) {
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(status -> repair()));
    }

    private boolean repair() {
        lock.own();
        var minutes = due.next(MINUTES_AT_ONCE);
        var byId = series.all().stream().collect(toMap(Series::id, identity()));
        var spans = new ArrayList<Span>();
        for (var run : runs(minutes)) {
            var some = byId.get(run.seriesId());
            if (some != null) {
                var built = progress.built(run.seriesId());
                spans.add(new Span(
                        run.seriesId(), run.from(), run.to(), built, rounds.between(some, run.from(), run.to())));
            }
        }
        builder.build(spans);
        due.remove(minutes);
        return minutes.size() == MINUTES_AT_ONCE;
    }

    /** Joins minutes that are close together: a longer bucket is built once for all of them. */
    private static List<Stretch> runs(List<Minute> minutes) {
        var runs = new ArrayList<Stretch>();
        for (var minute : minutes) {
            var end = minute.start().plusMillis(Resolution.MINUTE.millis());
            var last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.seriesId() == minute.seriesId() && isNear(last, minute)) {
                runs.set(runs.size() - 1, new Stretch(last.seriesId(), last.from(), end));
            } else {
                runs.add(new Stretch(minute.seriesId(), minute.start(), end));
            }
        }
        return runs;
    }

    private static boolean isNear(Stretch run, Minute minute) {
        return Duration.between(run.to(), minute.start()).compareTo(CLOSE) <= 0
                && Duration.between(run.from(), minute.start()).compareTo(LONGEST) <= 0;
    }
}
