package dev.noc.backend.status;

import dev.noc.backend.result.Round;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state machine of a target seen from one probe. Pure: the same rounds always give the same standing. */
final class StatusRules {

    /** Without a result for this many intervals nothing is known any more. */
    private static final int STALE_AFTER_INTERVALS = 3;

    /** A shorter silence than this is only the time a result needs to arrive. */
    private static final Duration MIN_STALE = Duration.ofSeconds(10);

    /** More than one lost sample in this many is DEGRADED. */
    private static final int TOLERATED_LOSS = 5;

    private StatusRules() {}

    /** Returns the standing after one more round. A round that is not newer than the last one changes nothing. */
    static Standing next(@Nullable Standing before, Round round, Duration interval) {
        if (before != null && !round.time().isAfter(before.lastTime())) {
            return before;
        }
        var base = before == null ? first(round) : at(before, round.time(), interval);
        if (!round.measured()) {
            return base.with(Status.UNKNOWN, round.time()).seen(round.time(), null);
        }
        return round.received() == 0 ? afterSilence(base, round) : afterAnswer(base, round);
    }

    /** Returns the standing as it is at a time without any further round: UNKNOWN when the last one is long ago. */
    static Standing at(Standing standing, Instant now, Duration interval) {
        return isStale(standing, now, interval)
                ? standing.with(Status.UNKNOWN, stale(standing, interval)).seen(standing.lastTime(), null)
                : standing;
    }

    /** Returns whether the newest round is so long ago that it tells nothing any more. */
    static boolean isStale(Standing standing, Instant now, Duration interval) {
        return now.isAfter(stale(standing, interval));
    }

    private static Standing first(Round round) {
        return new Standing(round.targetId(), round.probe(), Status.UNKNOWN, round.time(), null, round.time());
    }

    private static Standing afterSilence(Standing base, Round round) {
        var silentSince = base.silentSince();
        return silentSince == null
                ? base.seen(round.time(), round.time())
                : base.with(Status.DOWN, silentSince).seen(round.time(), silentSince);
    }

    private static Standing afterAnswer(Standing base, Round round) {
        boolean lossy = round.lost() * TOLERATED_LOSS > round.sent();
        return base.with(lossy ? Status.DEGRADED : Status.UP, round.time()).seen(round.time(), null);
    }

    private static Instant stale(Standing standing, Duration interval) {
        return standing.lastTime().plus(staleAfter(interval));
    }

    private static Duration staleAfter(Duration interval) {
        var intervals = interval.multipliedBy(STALE_AFTER_INTERVALS);
        return intervals.compareTo(MIN_STALE) < 0 ? MIN_STALE : intervals;
    }
}
