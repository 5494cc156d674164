package dev.noc.probe.schedule;

import dev.noc.protocol.Assignment;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Measures one target again and again, on a thread of its own, so that a round never overlaps the next. */
final class TargetLoop implements Runnable {

    /** Runs one round. */
    interface Round {
        void run(Assignment target) throws InterruptedException;
    }

    private final Clock clock;
    private final Round round;

    private Plan plan;
    private boolean stopped;

    TargetLoop(Plan plan, Round round, Clock clock) {
        this.plan = plan;
        this.round = round;
        this.clock = clock;
    }

    /** Takes effect at the next start; a round that runs is not disturbed. */
    synchronized void follow(Plan changed) {
        plan = changed;
        notifyAll();
    }

    /** Lets a round that runs come to its end. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    @Override
    public void run() {
        try {
            var target = awaitFirst();
            while (target != null) {
                var start = System.nanoTime();
                round.run(target);
                target = awaitNext(start);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Assignment awaitFirst() throws InterruptedException {
        await(plan.untilFirst(), plan);
        return stopped ? null : plan.target();
    }

    private synchronized @Nullable Assignment awaitNext(long lastStart) throws InterruptedException {
        Plan followed;
        do {
            followed = plan;
            var sinceLastStart = Duration.ofNanos(System.nanoTime() - lastStart);
            await(followed.untilNext(clock.instant(), sinceLastStart), followed);
        } while (!plan.equals(followed) && !stopped);
        return stopped ? null : plan.target();
    }

    /** Waits on the monotonic clock: when the wall clock is set, it costs no more than one odd interval. */
    private synchronized void await(Duration time, Plan followed) throws InterruptedException {
        var deadline = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos();
                left > 0 && !stopped && plan.equals(followed);
                left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
