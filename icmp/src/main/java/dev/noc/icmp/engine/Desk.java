package dev.noc.icmp.engine;

import dev.noc.icmp.linux.EchoEvents;
import dev.noc.icmp.linux.Endpoint;
import dev.noc.icmp.linux.IcmpError;
import dev.noc.icmp.linux.KernelClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the request that a message is about, and judges it. */
final class Desk implements EchoEvents {

    private final Tokens tokens;
    private final KernelClock clock;
    private final Counters counters;
    private final Strays strays = new Strays();

    /** Requests with a reply whose own time stamp was not read yet. */
    private final List<Echo> unstamped = new ArrayList<>();

    private int waiting;

    Desk(Tokens tokens, KernelClock clock, Counters counters) {
        this.tokens = tokens;
        this.clock = clock;
        this.counters = counters;
    }

    /** Returns how many requests are under way. */
    int waiting() {
        return waiting;
    }

    boolean hasUnstamped() {
        return !unstamped.isEmpty();
    }

    void open(Echo echo) {
        tokens.register(echo);
        waiting++;
    }

    @Override
    public void begin() {
        clock.tick();
    }

    @Override
    public void sent(long token, long stamp) {
        var echo = tokens.find(token);
        if (echo != null && echo.sent == 0 && stamp != 0) {
            echo.sent = clock.monotonic(stamp);
            echo.coarse |= clock.doubtful(stamp);
        }
    }

    @Override
    public void replied(long token, long stamp, Predicate<Endpoint> isFrom) {
        var echo = tokens.find(token);
        if (echo == null) {
            counters.add(tokens.wasGiven(token) ? Count.LATE : Count.FOREIGN);
        } else if (!isFrom.test(echo.volley.target)) {
            counters.add(Count.FOREIGN);
        } else if (!echo.isWaiting()) {
            straggle(echo);
        } else {
            echo.state = Echo.State.ANSWERED;
            echo.received = stamp == 0 ? clock.now() : clock.monotonic(stamp);
            echo.coarse |= stamp == 0 || clock.doubtful(stamp);
            settle(echo);
        }
    }

    @Override
    public void refused(long token, long stamp, IcmpError error) {
        var echo = tokens.find(token);
        if (echo != null) {
            refuse(echo, stamp, error);
        } else if (!tokens.wasGiven(token)) {
            counters.add(Count.FOREIGN);
        }
    }

    @Override
    public void refusedBySequence(int sequence, Predicate<Endpoint> wentTo, long stamp, IcmpError error) {
        var echo = waitingWith(sequence, wentTo);
        if (echo == null) {
            counters.add(Count.FOREIGN);
        } else {
            refuse(echo, stamp, error);
        }
    }

    @Override
    public void failed(long token, int errno) {
        var echo = tokens.find(token);
        if (echo != null && echo.isWaiting()) {
            unsent(echo, errno);
        }
    }

    @Override
    public void foreign() {
        counters.add(Count.FOREIGN);
    }

    void unsent(Echo echo, int errno) {
        counters.add(Count.UNSENT);
        close(echo, new Answer.Unsent(errno));
    }

    /** Ends a request whose time is over. */
    void overdue(Echo echo) {
        boolean dropsMeanwhile = echo.mayBeDropped();
        counters.add(dropsMeanwhile ? Count.NOT_MEASURED : Count.LOST);
        close(echo, dropsMeanwhile ? new Answer.Dropped() : new Answer.Silence());
    }

    /** Judges the replies that still lack the stamp of their request, now that the queue of stamps was empty once more. */
    void settleWithoutStamps() {
        for (var echo : unstamped) {
            judge(echo);
        }
        unstamped.clear();
    }

    private void straggle(Echo echo) {
        if (echo.state == Echo.State.ANSWERED) {
            counters.add(Count.DUPLICATE);
            strays.duplicate(echo.volley);
        } else {
            counters.add(Count.LATE);
            strays.late(echo.volley);
            echo.state = Echo.State.ANSWERED;
        }
    }

    private void settle(Echo echo) {
        if (echo.sent == 0) {
            unstamped.add(echo);
        } else {
            judge(echo);
        }
    }

    /** A round trip lies between the send call and now, whatever the stamps say. */
    private void judge(Echo echo) {
        long nanos = echo.received - (echo.sent == 0 ? echo.handed : echo.sent);
        long bound = clock.now() - echo.handed;
        boolean coarse = echo.coarse || echo.sent == 0 || nanos < 0 || nanos > bound;
        long kept = nanos < 0 || nanos > bound ? bound : nanos;
        if (kept > echo.volley.shape.timeout()) {
            counters.add(Count.LATE);
            counters.add(Count.LOST);
            strays.late(echo.volley);
            tell(echo, new Answer.Silence());
            return;
        }
        counters.add(Count.REPLIES);
        if (coarse) {
            counters.add(Count.COARSE);
        }
        tell(echo, new Answer.Reply(kept, coarse));
    }

    private void refuse(Echo echo, long stamp, IcmpError error) {
        if (echo.isWaiting()) {
            counters.add(Count.REFUSED);
            long nanos = echo.sent == 0 || stamp == 0 ? -1 : clock.monotonic(stamp) - echo.sent;
            close(echo, new Answer.Refused(error, Math.max(-1, nanos)));
        }
    }

    private @Nullable Echo waitingWith(int sequence, Predicate<Endpoint> wentTo) {
        for (long token = tokens.newest(sequence); token >= 0; token = tokens.before(token)) {
            var echo = tokens.find(token);
            if (echo != null && echo.isWaiting() && wentTo.test(echo.volley.target)) {
                return echo;
            }
        }
        return null;
    }

    private void close(Echo echo, Answer answer) {
        echo.state = Echo.State.OVER;
        tell(echo, answer);
    }

    private void tell(Echo echo, Answer answer) {
        waiting--;
        var volley = echo.volley;
        if (volley.endsNext()) {
            var tally = strays.take(volley);
            volley.straggled(tally.late(), tally.duplicates());
        }
        volley.tell(echo.index, answer);
    }
}
