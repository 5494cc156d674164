package dev.noc.probe.report;

import dev.noc.probe.spool.Spool;
import dev.noc.probe.spool.SpoolException;
import dev.noc.protocol.Report;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Decides when to send: as soon as something waits, later when the backend is in trouble, once more at the stop. */
@Component
class Reporter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Reporter.class);

    /** Rounds that end together share a report. */
    private static final Duration GATHERING = Duration.ofMillis(50);

    private static final Duration LAST_SEND = Duration.ofSeconds(3);

    private final Spool spool;
    private final Sender sender;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
    private final Repetitions failures = new Repetitions(Clock.systemUTC());

    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    Reporter(Spool spool, Sender sender) {
        this.spool = spool;
        this.sender = sender;
    }

    private void run() {
        try {
            while (spool.awaitResult()) {
                pause(spool.size() < Report.MAX_RESULTS ? GATHERING : Duration.ZERO);
                pause(send());
            }
            sendTheRest();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how long to wait before the next attempt. */
    private Duration send() throws InterruptedException {
        try {
            return pauseAfter(sender.sendNext());
        } catch (SpoolException e) {
            if (failures.isNews(e.toString())) {
                log.error("The spool cannot be used ({}). Look at the disk; this is tried again.", e.getMessage());
            }
            return backoff.next();
        }
    }

    private Duration pauseAfter(Verdict verdict) {
        if (verdict.isReporting()) {
            return backoff.reset();
        }
        return verdict.mayPass() ? backoff.next() : backoff.longest();
    }

    private void sendTheRest() throws InterruptedException {
        var pause = Duration.ZERO;
        while (pause.isZero() && spool.size() > 0) {
            pause = send();
        }
    }

    /** Ends at once when the probe stops. */
    private void pause(Duration time) throws InterruptedException {
        if (time.isPositive() && stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            log.debug("No more pauses: the probe stops.");
        }
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("reporter").start(this::run);
    }

    @Override
    public void stop() {
        spool.endWaiting();
        stopping.countDown();
        var sending = thread;
        thread = null;
        if (sending != null) {
            await(sending);
        }
        if (spool.size() > 0) {
            log.info("{} results wait on disk for the next start.", spool.size());
        }
    }

    private static void await(Thread sending) {
        try {
            if (!sending.join(LAST_SEND)) {
                sending.interrupt();
            }
        } catch (InterruptedException e) {
            sending.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** After the inbox, whose last results are to be sent. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 2;
    }
}
