package dev.noc.probe.schedule;

import dev.noc.probe.assignment.AssignmentsChanged;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps one loop for each target that is to be watched. Stops before anything else, so that its last results count. */
@Component
class Scheduler implements SmartLifecycle {

    /** Longer than a burst to a silent target takes. */
    private static final Duration LAST_ROUNDS = Duration.ofSeconds(3);

    private final Rounds rounds;
    private final Clock clock;
    private final Map<String, TargetLoop> loops = new HashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("target-", 0).factory());

    private boolean running;

    Scheduler(Rounds rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    @EventListener
    synchronized void follow(AssignmentsChanged change) {
        if (running) {
            follow(Plan.spread(change.targets()));
        }
    }

    private void follow(List<Plan> plans) {
        var gone = new HashMap<>(loops);
        for (var plan : plans) {
            var id = plan.target().id();
            var loop = gone.remove(id);
            if (loop == null) {
                loops.put(id, begin(plan));
            } else {
                loop.follow(plan);
            }
        }
        gone.values().forEach(TargetLoop::stop);
        loops.keySet().removeAll(gone.keySet());
    }

    private TargetLoop begin(Plan plan) {
        var loop = new TargetLoop(plan, rounds::run, clock);
        threads.execute(loop);
        return loop;
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        follow(List.of());
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_ROUNDS.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}
