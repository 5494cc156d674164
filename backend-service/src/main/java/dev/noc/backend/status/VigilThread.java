package dev.noc.backend.status;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the vigil every second while the backend runs, and every few seconds has judged what came late. */
@Component
class VigilThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(VigilThread.class);

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** The longer, the more late rounds are judged together; so long may history and incidents lag behind them. */
    private static final Duration JUDGE = Duration.ofSeconds(3);

    private final Vigil vigil;
    private final Backlog backlog;
    private @Nullable ScheduledExecutorService thread;
    private List<Future<?>> tasks = List.of();

    VigilThread(Vigil vigil, Backlog backlog) {
        this.vigil = vigil;
        this.backlog = backlog;
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("vigil").daemon().factory());
        tasks = List.of(
                started.scheduleWithFixedDelay(
                        new Task("note what changes by time alone", vigil::look),
                        LOOK.toMillis(),
                        LOOK.toMillis(),
                        TimeUnit.MILLISECONDS),
                started.scheduleWithFixedDelay(
                        new Task("judge what came late", backlog::judge), 0, JUDGE.toMillis(), TimeUnit.MILLISECONDS));
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            tasks.forEach(task -> task.cancel(false));
            thread.close();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Tells that it fails once until it works again: a full disk would fill the log every second. */
    private static final class Task implements Runnable {

        private final String purpose;
        private final Runnable work;
        private boolean failing;

        Task(String purpose, Runnable work) {
            this.purpose = purpose;
            this.work = work;
        }

        @Override
        public void run() {
            try {
                work.run();
                failing = false;
            } catch (RuntimeException e) {
                if (!failing) {
                    log.warn("Cannot {}; it is tried again every few seconds", purpose, e);
                }
                failing = true;
            }
        }
    }
}
