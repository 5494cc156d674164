package dev.noc.backend.status;

import static java.util.Objects.requireNonNull;

import dev.noc.backend.result.Round;
import dev.noc.backend.result.Series;
import dev.noc.backend.result.Window;
import dev.noc.backend.target.Expectation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges a series anew from the oldest of some late rounds on, until the judgement is what it was before they came, or until
 * there are no more rounds. Reads nothing itself: it says which window it needs next.
 */
final class Rejudgement {

    /** What is read beyond the rounds that settle it, in intervals: enough for a gap to end it. */
    private static final int MARGIN_INTERVALS = 6;

    private static final Duration MIN_MARGIN = Duration.ofSeconds(30);

    private final Series series;
    private final Expectation expected;
    private final NavigableSet<Instant> late = new TreeSet<>();
    private final List<Span> stored;
    private final List<Evidence> old;
    private final Instant newest;
    private final Instant judgedUntil;
    private final Instant from;
    private final Fold fold;

    private Window window;
    private Instant lastLate;
    private @Nullable Round lastRound;
    private @Nullable Instant settledAt;
    private boolean done;

    /**
     * @param late when the rounds began that were not judged with those around them; one at least
     * @param stored the spans that were decided from the oldest of them on, and the one before
     * @param before the newest rounds before the oldest of them, oldest first
     * @param newest no round is newer than this
     * @param judgedUntil the newest round that was judged before; a judgement beyond it cannot be met again
     */
    Rejudgement(
            Series series,
            Expectation expected,
            Collection<Instant> late,
            List<Span> stored,
            List<Evidence> before,
            Instant newest,
            Instant judgedUntil) {
        this.series = series;
        this.expected = expected;
        this.late.addAll(late);
        this.stored = stored;
        this.old = new ArrayList<>(before);
        this.newest = newest;
        this.judgedUntil = judgedUntil;
        this.from = this.late.first();
        this.lastLate = from;
        var span = spanBefore(from);
        this.fold = new Fold(span == null ? null : StatusRules.rebuild(span, before, expected), expected);
        this.window = new Window(series, from, stored.isEmpty() ? newest.plusMillis(1) : firstEnd());
    }

    Series series() {
        return series;
    }

    boolean isDone() {
        return done;
    }

    /** Returns the rounds that must be given to it next. */
    Window window() {
        return window;
    }

    /** Takes all rounds of the window, oldest first. */
    void take(List<Round> rounds, Instant now) {
        for (var round : rounds) {
            add(round);
            if (settles(round.time())) {
                settledAt = round.time();
                done = true;
                return;
            }
        }
        var lastMoment = window.to().minusMillis(1);
        if (window.to().isAfter(newest)) {
            noteWhatIsOverdue(now);
            done = true;
        } else if (isSettledByAGap(lastMoment)) {
            settledAt = lastMoment;
            done = true;
        } else {
            var length = Duration.between(window.from(), window.to()).multipliedBy(2);
            window = new Window(series, window.to(), window.to().plus(length));
        }
    }

    /** Returns what it changes. */
    SpanChange change() {
        var replaced = stored.stream()
                .filter(span -> !span.decided().isBefore(from))
                .filter(span -> settledAt == null || !span.decided().isAfter(settledAt))
                .toList();
        return SpanChange.between(series, replaced, fold.begun());
    }

    /**
     * Returns what is known now.
     *
     * @param known what was known before; null where that was nothing
     */
    Known known(@Nullable Known known) {
        var standing = requireNonNull(fold.standing());
        if (settledAt == null || known == null) {
            return new Known(standing, requireNonNull(lastRound));
        }
        // The judgement met the old one on its way, but the status that it has may have begun at another time.
        return known.standing().span().decided().isAfter(settledAt)
                ? known
                : new Known(
                        known.standing().with(standing.span(), known.standing().recent()), known.round());
    }

    /** Returns the late rounds that it did not come to. */
    NavigableSet<Instant> unreached() {
        return settledAt == null ? new TreeSet<>() : new TreeSet<>(late.tailSet(settledAt, false));
    }

    private void add(Round round) {
        var evidence = Evidence.of(round);
        fold.add(evidence);
        lastRound = round;
        if (late.contains(round.time())) {
            lastLate = round.time();
        } else {
            old.add(evidence);
        }
    }

    /** What is UNKNOWN already stays as it is: rounds before now may still come, and count with those that are there. */
    private void noteWhatIsOverdue(Instant now) {
        if (requireNonNull(fold.standing()).status() != Status.UNKNOWN) {
            fold.pass(now);
        }
    }

    private boolean isSettledByAGap(Instant lastMoment) {
        var standing = requireNonNull(fold.standing());
        if (lastMoment.isAfter(judgedUntil) || !StatusRules.isStale(standing, lastMoment, expected)) {
            return false;
        }
        fold.pass(lastMoment);
        return settles(lastMoment);
    }

    /** Only what is newer than the late rounds counts by now, and it counts as it did without them. */
    private boolean settles(Instant time) {
        var standing = requireNonNull(fold.standing());
        if (time.isAfter(judgedUntil)) {
            return false;
        }
        if (!standing.recent().isEmpty() && !standing.recent().getFirst().time().isAfter(lastLate)) {
            return false;
        }
        var span = spanUntil(time);
        return span != null
                && standing.leadsWhere(
                        StatusRules.at(StatusRules.rebuild(span, newestOld(), expected), time, expected));
    }

    private List<Evidence> newestOld() {
        return old.subList(Math.max(0, old.size() - StatusRules.keeps(expected)), old.size());
    }

    private Instant firstEnd() {
        var margin = expected.interval().multipliedBy(StatusRules.keeps(expected) + MARGIN_INTERVALS);
        margin = margin.compareTo(MIN_MARGIN) < 0 ? MIN_MARGIN : margin;
        var end = from.plus(margin);
        for (var time : late) {
            if (time.isAfter(end)) {
                break;
            }
            end = time.plus(margin);
        }
        return end;
    }

    private @Nullable Span spanBefore(Instant time) {
        return spanUntil(time.minusMillis(1));
    }

    private @Nullable Span spanUntil(Instant time) {
        @Nullable Span found = null;
        for (var span : stored) {
            if (span.decided().isAfter(time)) {
                break;
            }
            found = span;
        }
        return found;
    }
}
