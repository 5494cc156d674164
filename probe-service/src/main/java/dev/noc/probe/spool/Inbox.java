package dev.noc.probe.spool;

import dev.noc.probe.schedule.RoundFinished;
import dev.noc.protocol.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes results from whoever measured them, without making anyone wait for the disk, and puts them into the spool. */
@Component
class Inbox implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    /** Results that are ready within so short a time reach the disk together. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    private static final Duration UNTIL_NEXT_TRIAL = Duration.ofSeconds(1);
    private static final Duration LAST_WRITE = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 5_000;

    /** What memory may hold while the disk takes nothing. */
    private static final int CAPACITY = 100_000;

    private final Spool spool;
    private final JsonMapper json;
    private final SpoolMeters meters;
    private final BlockingQueue<Result> arrived = new LinkedBlockingQueue<>(CAPACITY);

    /** What is to be written next; kept when that fails. */
    private final List<Result> taken = new ArrayList<>();

    private volatile boolean running;
    private volatile @Nullable Thread thread;
    private volatile @Nullable String trouble;

    Inbox(Spool spool, JsonMapper json, SpoolMeters meters) {
        this.spool = spool;
        this.json = json;
        this.meters = meters;
    }

    /** Returns why results do not reach the disk now, or null. */
    @Nullable
    String trouble() {
        return trouble;
    }

    @EventListener
    void add(RoundFinished round) {
        while (!arrived.offer(round.result())) {
            if (arrived.poll() != null) {
                meters.dropped(SpoolMeters.Loss.FULL, 1);
            }
        }
    }

    private void run() {
        while (running) {
            try {
                gather();
                Thread.sleep(write() ? Duration.ZERO : UNTIL_NEXT_TRIAL);
            } catch (InterruptedException e) {
                log.debug("The probe stops: what is here is written now.");
            }
        }
        do {
            arrived.drainTo(taken, MOST_AT_ONCE);
        } while (!taken.isEmpty() && write());
        if (!taken.isEmpty()) {
            log.error("{} results could not be written to the disk and are lost.", taken.size() + arrived.size());
        }
    }

    private void gather() throws InterruptedException {
        if (taken.isEmpty()) {
            taken.add(arrived.take());
            Thread.sleep(GATHERING);
            arrived.drainTo(taken, MOST_AT_ONCE);
        }
    }

    /** Returns whether all that was taken is on disk now. */
    private boolean write() {
        try {
            spool.append(taken.stream().map(this::line).toList());
            log.trace("On disk: {}", taken);
            taken.clear();
            report(null);
            return true;
        } catch (SpoolException e) {
            report(e.getMessage());
            return false;
        }
    }

    private SpoolFile.Line line(Result result) {
        return new SpoolFile.Line(result.time().toEpochMilli(), json.writeValueAsString(result));
    }

    private void report(@Nullable String reason) {
        if (reason != null && trouble == null) {
            log.error("The spool cannot be written ({}). Results wait in memory; make room on the disk.", reason);
        } else if (reason == null && trouble != null) {
            log.info("The spool can be written again.");
        }
        trouble = reason;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("spool").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        var writing = thread;
        thread = null;
        if (writing != null) {
            writing.interrupt();
            await(writing);
        }
    }

    private static void await(Thread writing) {
        try {
            if (!writing.join(LAST_WRITE)) {
                log.error("The disk does not answer: the last results may be lost.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the scheduler, whose last rounds are to be kept; before the reporter. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
