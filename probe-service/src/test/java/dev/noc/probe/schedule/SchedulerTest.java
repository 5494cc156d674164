package dev.noc.probe.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.probe.assignment.AssignmentSource;
import dev.noc.probe.assignment.AssignmentsChanged;
import dev.noc.probe.check.Check;
import dev.noc.probe.check.Checks;
import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real threads and a real clock; every wait is for something that happens. */
@Timeout(60)
class SchedulerTest {

    private static final long HOUR = 3_600_000;
    private static final long SHORT = 20;

    private final Clock clock = Clock.systemUTC();
    private final BlockingQueue<String> finished = new LinkedBlockingQueue<>();
    private final FakeCheck check = new FakeCheck();
    private Scheduler scheduler = scheduler(64);

    private Scheduler scheduler(int limit) {
        var checks = new Checks(List.of(check), clock);
        var rounds = new Rounds(
                checks,
                new RoundMeters(new SimpleMeterRegistry()),
                event -> finished.add(((RoundFinished) event).result().target()));
        var started = new Scheduler(rounds, clock, new ScheduleProperties(limit));
        started.start();
        return started;
    }

    @AfterEach
    void stop() {
        check.open.complete(null);
        scheduler.stop();
    }

    @Test
    void measuresEachTargetAtOnce() throws Exception {
        watch(target("a", HOUR), target("b", HOUR), target("c", HOUR));

        assertThat(List.of(next(), next(), next())).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void measuresAgainAndAgain() throws Exception {
        watch(target("a", SHORT));

        assertThat(List.of(next(), next(), next(), next(), next())).containsOnly("a");
    }

    @Test
    void doesNotLetASlowTargetDelayAnotherNorOverlapItself() throws Exception {
        watch(target("fast", SHORT), target("slow", SHORT));
        check.slowStarted.await();

        for (int rounds = 0; rounds < 10; rounds++) {
            assertThat(next()).isEqualTo("fast");
        }
        assertThat(check.slowRounds).hasValue(1);
    }

    @Test
    void forgetsWhatIsNoLongerWatched() throws Exception {
        watch(target("a", SHORT), target("b", SHORT));
        awaitRoundOf("a");
        watch(target("b", SHORT));
        finished.clear();

        var rest = new ArrayList<String>();
        for (int rounds = 0; rounds < 10; rounds++) {
            rest.add(next());
        }
        assertThat(rest)
                .filteredOn("a"::equals)
                .as("at most the round that ran")
                .hasSizeLessThan(2);
    }

    @Test
    void followsAChangeBeforeTheNextRoundIsDue() throws Exception {
        watch(target("a", HOUR));
        assertThat(next()).isEqualTo("a");

        watch(target("a", SHORT));
        assertThat(next()).isEqualTo("a");
    }

    @Test
    void keepsWithinItsLimit() throws Exception {
        scheduler.stop();
        scheduler = scheduler(1);
        watch(target("slow", SHORT), target("waits", SHORT));
        check.slowStarted.await();
        finished.clear();

        assertThat(finished.poll(SHORT * 5, TimeUnit.MILLISECONDS)).isNull();
        check.open.complete(null);
        assertThat(next()).isEqualTo("slow");
        awaitRoundOf("waits");
    }

    @Test
    void letsARoundThatRunsComeToItsEndWhenStopped() throws Exception {
        watch(target("slow", HOUR));
        check.slowStarted.await();

        var stopping = Thread.ofVirtual().start(scheduler::stop);
        check.open.complete(null);
        stopping.join();

        assertThat(finished).containsExactly("slow");
    }

    @Test
    void startsNothingOnceStopped() {
        scheduler.stop();
        watch(target("a", SHORT));

        assertThat(scheduler.isRunning()).isFalse();
        assertThat(check.rounds).hasValue(0);
    }

    private void watch(Assignment... targets) {
        scheduler.follow(new AssignmentsChanged(List.of(targets), AssignmentSource.BACKEND));
    }

    private String next() throws InterruptedException {
        return Objects.requireNonNull(finished.poll(30, TimeUnit.SECONDS), "no round ended");
    }

    private void awaitRoundOf(String target) throws InterruptedException {
        while (!next().equals(target)) {
            assertThat(scheduler.isRunning()).isTrue();
        }
    }

    private static Assignment target(String id, long intervalMillis) {
        return new Assignment(id, id, "127.0.0.1", "fake", intervalMillis, true);
    }

    /** Takes no time, but for the target "slow", which waits until the test lets it go. */
    private final class FakeCheck implements Check {

        final CountDownLatch slowStarted = new CountDownLatch(1);
        final CompletableFuture<Void> open = new CompletableFuture<>();
        final AtomicInteger slowRounds = new AtomicInteger();
        final AtomicInteger rounds = new AtomicInteger();

        @Override
        public String kind() {
            return "fake";
        }

        @Override
        public CompletableFuture<Result> round(Assignment target) {
            rounds.incrementAndGet();
            var result = new Result(target.id(), clock.instant(), List.of(1.0), null);
            if (!target.id().equals("slow")) {
                return CompletableFuture.completedFuture(result);
            }
            slowRounds.incrementAndGet();
            slowStarted.countDown();
            return open.thenApply(opened -> result);
        }
    }
}
