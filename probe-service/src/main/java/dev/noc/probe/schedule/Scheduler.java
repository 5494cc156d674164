package dev.noc.probe.schedule;

import dev.noc.probe.assignment.AssignmentsChanged;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins every round when it is due, from one thread. Stops before anything else, so that its last results count. */
@Component
class Scheduler implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Scheduler.class);

    /** Longer than a burst to a silent target takes. */
    private static final long LAST_ROUNDS = TimeUnit.SECONDS.toNanos(3);

    /** Rounds that are due within so short a time begin together: a thread that wakes costs more than a round. */
    private static final long GRAIN = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long FOREVER = TimeUnit.DAYS.toNanos(1);

    private final Rounds rounds;
    private final int limit;
    private final Timetable timetable;

    private @Nullable Thread thread;
    private int inFlight;
    private long wakesAt;

    Scheduler(Rounds rounds, Clock clock, ScheduleProperties properties) {
        this.rounds = rounds;
        this.limit = properties.limit();
        this.timetable = new Timetable(
                (plan, sinceLastStart) -> plan.untilNext(clock.instant(), Duration.ofNanos(sinceLastStart))
                        .toNanos());
    }

    @EventListener
    synchronized void follow(AssignmentsChanged change) {
        if (isRunning()) {
            timetable.follow(Plan.spread(change.targets()), System.nanoTime());
            notifyAll();
        }
    }

    private void run() {
        try {
            for (var due = awaitDue(); !due.isEmpty(); due = awaitDue()) {
                due.forEach(this::begin);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns what is due, or nothing once this is stopped. */
    private synchronized List<Timetable.Entry> awaitDue() throws InterruptedException {
        while (isRunning()) {
            var due = timetable.begin(System.nanoTime(), limit - inFlight);
            if (!due.isEmpty()) {
                inFlight += due.size();
                return due;
            }
            awaitSomethingDue();
        }
        return List.of();
    }

    /** Waits on the monotonic clock: when the wall clock is set, it costs no more than one odd interval. */
    private synchronized void awaitSomethingDue() throws InterruptedException {
        var now = System.nanoTime();
        var wait = inFlight == limit ? FOREVER : Math.max(GRAIN, timetable.untilNext(now, FOREVER));
        wakesAt = now + wait;
        TimeUnit.NANOSECONDS.timedWait(this, wait);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whatever becomes of it is dealt with here
    private void begin(Timetable.Entry entry) {
        rounds.begin(entry.target()).whenComplete((result, failure) -> {
            end(entry);
            if (failure != null) {
                log.error("A round of {} was lost", entry.target().id(), failure);
            }
        });
    }

    private synchronized void end(Timetable.Entry entry) {
        var now = System.nanoTime();
        timetable.end(entry, now);
        inFlight--;
        if (!isRunning() || inFlight == limit - 1 || now + timetable.untilNext(now, FOREVER) - wakesAt < 0) {
            notifyAll();
        }
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("scheduler").start(this::run);
    }

    @Override
    public synchronized void stop() {
        thread = null;
        notifyAll();
        try {
            awaitLastRounds();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitLastRounds() throws InterruptedException {
        var deadline = System.nanoTime() + LAST_ROUNDS;
        for (long left = LAST_ROUNDS; inFlight > 0 && left > 0; left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
