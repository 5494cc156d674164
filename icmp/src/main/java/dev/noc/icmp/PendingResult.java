package dev.noc.icmp;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** A result that is not there yet. Cancelling it stops the work behind it. */
final class PendingResult extends CompletableFuture<PingResult> {

    private volatile Runnable stop = () -> {};

    /** Does the work on a virtual thread, which is interrupted when the result is cancelled. */
    static PendingResult of(Callable<PingResult> work) {
        var result = new PendingResult();
        var worker = Thread.ofVirtual().name("ping").unstarted(() -> result.completeBy(work));
        result.stopBy(worker::interrupt);
        worker.start();
        return result;
    }

    private void completeBy(Callable<PingResult> work) {
        try {
            complete(work.call());
        } catch (Exception e) {
            completeExceptionally(e);
        }
    }

    void stopBy(Runnable stop) {
        this.stop = stop;
        if (isCancelled()) {
            stop.run();
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        stop.run();
        return super.cancel(mayInterruptIfRunning);
    }
}
