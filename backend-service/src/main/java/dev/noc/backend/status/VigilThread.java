package dev.noc.backend.status;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the vigil every second while the backend runs. */
@Component
class VigilThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(VigilThread.class);

    private final Vigil vigil;
    private @Nullable ScheduledExecutorService thread;
    private @Nullable Future<?> looking;
    private boolean failing;

    VigilThread(Vigil vigil) {
        this.vigil = vigil;
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("vigil").daemon().factory());
        looking = thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        if (thread != null && looking != null) {
            looking.cancel(false);
            thread.close();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Told once until it works again: a full disk would fill the log every second. */
    private void look() {
        try {
            vigil.look();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("What changes by time alone cannot be noted; trying again every second", e);
            }
            failing = true;
        }
    }
}
