package dev.noc.icmp;

import java.util.concurrent.CompletableFuture;

/** A result that is not there yet. Cancelling it stops the work behind it. */
final class PendingResult extends CompletableFuture<PingResult> {

    private volatile Runnable stop = () -> {};

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
