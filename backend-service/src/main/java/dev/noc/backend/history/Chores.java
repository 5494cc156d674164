package dev.noc.backend.history;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the chores in turn, from one thread. One that fails is tried again later, and keeps no other from its turn. */
@Component
class Chores implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Chores.class);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** How long one may go on while others wait for their turn. */
    private static final Duration TURN = Duration.ofSeconds(10);

    private final List<Chore> chores;
    private final Set<Chore> failing = new HashSet<>();
    private volatile @Nullable ScheduledExecutorService thread;
    private volatile @Nullable Future<?> turns;

    Chores(List<Chore> chores) {
        this.chores = chores;
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("history").daemon().factory());
        turns = started.scheduleWithFixedDelay(this::run, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** Waits for the piece that is being done: what it wrote so far is otherwise done again. */
    @Override
    public void stop() {
        var running = thread;
        if (running != null) {
            running.shutdown();
            try {
                running.awaitTermination(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        var all = turns;
        return all != null && !all.isDone();
    }

    /** Lets every chore have its turn. */
    synchronized void run() {
        for (var chore : chores) {
            try {
                takeTurn(chore);
                if (failing.remove(chore)) {
                    log.info("It works again to {}", chore.purpose());
                }
            } catch (RuntimeException e) {
                if (failing.add(chore)) {
                    log.warn("Cannot {}; it is tried again every {} s", chore.purpose(), PAUSE.toSeconds(), e);
                }
            }
        }
    }

    private void takeTurn(Chore chore) {
        long end = System.nanoTime() + TURN.toNanos();
        boolean more = true;
        while (more && System.nanoTime() < end && !stopping()) {
            more = chore.doSome();
        }
    }

    private boolean stopping() {
        var running = thread;
        return running != null && running.isShutdown();
    }
}
