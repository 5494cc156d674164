package dev.noc.backend.result;

import dev.noc.protocol.Receipt;
import dev.noc.protocol.Report;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A report that waits to be stored, and whoever waits for the answer. */
final class WaitingReport {

    /** Behind it comes nothing. */
    static final WaitingReport END = new WaitingReport(new Report("", List.of()));

    private final Report report;
    private final CompletableFuture<Receipt> answer = new CompletableFuture<>();

    WaitingReport(Report report) {
        this.report = report;
    }

    Report report() {
        return report;
    }

    int size() {
        return report.results().size();
    }

    void answer(Receipt receipt) {
        answer.complete(receipt);
    }

    void refuse(Throwable why) {
        answer.completeExceptionally(why);
    }

    /** Returns the answer once it is there, or throws why there is none. */
    Receipt await() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw e;
        }
    }
}
