package dev.noc.backend.status;

import dev.noc.backend.target.Expectation;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The state machine of a series. Pure: the same rounds always give the same standing. */
final class StatusRules {

    /** Without a result for this many intervals nothing is known any more. */
    private static final int STALE_AFTER_INTERVALS = 3;

    /** A shorter silence than this is only the time a result needs to arrive. */
    private static final long MIN_STALE_MILLIS = 10_000;

    private StatusRules() {}

    /**
     * Returns the standing after one more round, which is newer than all before.
     *
     * @param base as it is when the round begins, see {@link #at}; null where there is none
     */
    static Standing next(@Nullable Standing base, Evidence round, Expectation expected) {
        if (base == null) {
            return first(round, expected);
        }
        if (!round.measured()) {
            return afterObstacle(base, round);
        }
        var recent = base.recentWith(round, keeps(expected));
        return round.isSilent() ? afterSilence(base, recent, expected) : afterAnswer(base, recent, expected);
    }

    /** Returns the standing as it is at a time without any further round: UNKNOWN when the last one is long ago. */
    static Standing at(Standing standing, Instant now, Expectation expected) {
        if (!isStale(standing, now, expected)) {
            return standing;
        }
        if (standing.status() == Status.UNKNOWN) {
            return standing.with(standing.span(), List.of());
        }
        var start = staleFrom(standing.lastTime(), expected);
        var unknown =
                new Span(start, start, start, Status.UNKNOWN, "No result any more", standing.lastCounting(), null);
        return standing.with(unknown, List.of());
    }

    /** Returns whether the newest round is so long ago that it tells nothing any more. */
    static boolean isStale(Standing standing, Instant now, Expectation expected) {
        return now.isAfter(staleFrom(standing.lastTime(), expected));
    }

    /** Returns until when a round at a time is current. */
    static Instant staleFrom(Instant time, Expectation expected) {
        return time.plusMillis(Math.max(
                MIN_STALE_MILLIS, STALE_AFTER_INTERVALS * expected.interval().toMillis()));
    }

    /** Returns how many rounds matter to the next judgement, with the one before them as a proof. */
    static int keeps(Expectation expected) {
        var thresholds = expected.thresholds();
        return 1 + Math.max(Quality.ROUNDS, Math.max(thresholds.downAfterRounds(), thresholds.upAfterRounds()));
    }

    /**
     * Returns the standing that the rounds led to, from the span that they left.
     *
     * @param rounds the newest ones, oldest first; more than {@link #keeps} are no use
     */
    static Standing rebuild(Span span, List<Evidence> rounds, Expectation expected) {
        int from = rounds.size();
        while (from > 0 && rounds.size() - from < keeps(expected) && counts(span, rounds, from - 1, expected)) {
            from--;
        }
        var lastTime = rounds.isEmpty() ? span.decided() : rounds.getLast().time();
        return new Standing(span, List.copyOf(rounds.subList(from, rounds.size())), lastTime);
    }

    private static boolean counts(Span span, List<Evidence> rounds, int index, Expectation expected) {
        var round = rounds.get(index);
        return round.measured()
                && !round.time().isBefore(span.eraStart())
                && (index == rounds.size() - 1
                        || !rounds.get(index + 1).time().isAfter(staleFrom(round.time(), expected)));
    }

    private static Standing first(Evidence round, Expectation expected) {
        var cause = round.measured() ? "Nothing is known yet" : obstacle(round);
        var unknown = new Span(round.time(), round.time(), round.time(), Status.UNKNOWN, cause, null, round);
        var base = new Standing(unknown, List.of(), round.time());
        if (!round.measured()) {
            return base;
        }
        var recent = List.of(round);
        return round.isSilent() ? afterSilence(base, recent, expected) : afterAnswer(base, recent, expected);
    }

    private static Standing afterObstacle(Standing base, Evidence round) {
        var seen = base.seen(round, List.of());
        if (base.status() == Status.UNKNOWN) {
            return seen;
        }
        var time = round.time();
        return seen.with(
                new Span(time, time, time, Status.UNKNOWN, obstacle(round), base.lastCounting(), round), List.of());
    }

    private static Standing afterSilence(Standing base, List<Evidence> recent, Expectation expected) {
        var seen = base.seen(recent.getLast(), recent);
        int needed = expected.thresholds().downAfterRounds();
        if (base.status() == Status.DOWN || trailing(recent, Evidence::isSilent) < needed) {
            return seen;
        }
        int from = recent.size() - needed;
        var first = recent.get(from);
        var span = new Span(
                first.time(),
                seen.lastTime(),
                base.status() == Status.UNKNOWN
                        ? recent.getFirst().time()
                        : base.span().eraStart(),
                Status.DOWN,
                silence(first),
                from == 0 ? null : recent.get(from - 1),
                first);
        return seen.with(span, recent);
    }

    private static Standing afterAnswer(Standing base, List<Evidence> recent, Expectation expected) {
        return switch (base.status()) {
            case DOWN -> afterAnswerWhileDown(base, recent, expected);
            case UNKNOWN -> {
                int last = recent.size() - 1;
                yield answering(
                        base,
                        recent,
                        last,
                        recent.subList(last, last + 1),
                        recent.get(last).time(),
                        expected);
            }
            default -> afterFurtherAnswer(base, recent, expected);
        };
    }

    private static Standing afterAnswerWhileDown(Standing base, List<Evidence> recent, Expectation expected) {
        int needed = expected.thresholds().upAfterRounds();
        if (trailing(recent, Evidence::isAnswered) < needed) {
            return base.seen(recent.getLast(), recent);
        }
        int from = recent.size() - needed;
        return answering(
                base,
                recent,
                from,
                recent.subList(from, recent.size()),
                recent.get(from).time(),
                expected);
    }

    private static Standing afterFurtherAnswer(Standing base, List<Evidence> recent, Expectation expected) {
        boolean before = base.status() == Status.DEGRADED;
        return Quality.of(recent).isDegraded(expected.thresholds(), before) == before
                ? base.seen(recent.getLast(), recent)
                : answering(base, recent, recent.size() - 1, recent, base.span().eraStart(), expected);
    }

    /**
     * Begins UP or DEGRADED.
     *
     * @param from which of the rounds it begins with
     * @param counting those that count together from now on
     */
    private static Standing answering(
            Standing base,
            List<Evidence> recent,
            int from,
            List<Evidence> counting,
            Instant eraStart,
            Expectation expected) {
        var quality = Quality.of(counting);
        boolean before = base.status() == Status.DEGRADED;
        boolean degraded = quality.isDegraded(expected.thresholds(), before);
        var span = new Span(
                recent.get(from).time(),
                recent.getLast().time(),
                eraStart,
                degraded ? Status.DEGRADED : Status.UP,
                degraded ? quality.cause(expected.thresholds()) : null,
                from == 0 ? null : recent.get(from - 1),
                recent.get(from));
        return base.seen(recent.getLast(), counting).with(span, List.copyOf(counting));
    }

    static int trailing(List<Evidence> recent, Predicate<Evidence> alike) {
        int from = recent.size();
        while (from > 0 && alike.test(recent.get(from - 1))) {
            from--;
        }
        return recent.size() - from;
    }

    private static String silence(Evidence round) {
        var reason = round.reason();
        return reason == null ? "No answer" : "No answer: " + reason;
    }

    private static String obstacle(Evidence round) {
        return "The probe could not measure: " + round.reason();
    }
}
