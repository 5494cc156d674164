package dev.noc.probe.check;

import dev.noc.protocol.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/** Virtual threads for checks that wait for their answers. What still waits when the probe ends is interrupted. */
@Component
public class RoundThreads implements AutoCloseable {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("round-", 0).factory());

    /** Begins a round and returns at once. */
    public CompletableFuture<Result> begin(Callable<Result> round) {
        var future = new CompletableFuture<Result>();
        threads.execute(() -> complete(future, round));
        return future;
    }

    /** Takes each sample on a thread of its own, so that one that waits does not delay the next. */
    public List<Attempt> burst(Pace pace, Callable<Attempt> sample) throws InterruptedException {
        var start = System.nanoTime();
        var pending = new ArrayList<Future<Attempt>>();
        for (int i = 0; i < pace.count(); i++) {
            var due = start + pace.spacing().multipliedBy(i).toNanos();
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            pending.add(threads.submit(sample));
        }
        var attempts = new ArrayList<Attempt>();
        for (var each : pending) {
            attempts.add(await(each));
        }
        return attempts;
    }

    private static Attempt await(Future<Attempt> pending) throws InterruptedException {
        try {
            return pending.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A sample failed for a reason that is not the network's.", e.getCause());
        }
    }

    /** An answer that was cut off by the end of the probe says nothing about the target. */
    private static void complete(CompletableFuture<Result> future, Callable<Result> round) {
        try {
            var result = round.call();
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            future.complete(result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            future.completeExceptionally(new CancellationException("The probe was stopped during the round."));
        } catch (Throwable e) {
            future.completeExceptionally(e);
        }
    }

    /** Returns when the last thread has ended, and with it its socket. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
