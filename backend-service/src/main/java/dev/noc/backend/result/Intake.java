package dev.noc.backend.result;

import dev.noc.protocol.Receipt;
import dev.noc.protocol.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Stores reports, those that wait together in one transaction: what is dear is not the rows, but to wait for the disk at the
 * end of each transaction. Each report still has an answer of its own. Ends after the web server, so that nobody waits then.
 */
@Service
class Intake implements SmartLifecycle {

    /** So many results may wait; with more the disk does not keep up, and memory would be the next to end. */
    static final int MAX_WAITING = 20_000;

    /** Whoever else wants to write waits while a transaction lasts. */
    private static final int MAX_TOGETHER = 2_000;

    private final Recorder recorder;
    private final AllSeries series;
    private final LinkedBlockingQueue<WaitingReport> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile @Nullable Thread writer;

    Intake(Recorder recorder, AllSeries series) {
        this.recorder = recorder;
        this.series = series;
    }

    /**
     * Returns once a valid report is stored.
     *
     * @throws ReportRefusal when too much waits already, or the backend stops
     */
    Receipt take(Report report) {
        var waitingReport = new WaitingReport(report);
        if (waiting.addAndGet(waitingReport.size()) > MAX_WAITING || writer == null) {
            waiting.addAndGet(-waitingReport.size());
            throw ReportRefusal.busy();
        }
        queue.add(waitingReport);
        if (writer == null && queue.remove(waitingReport)) {
            throw ReportRefusal.busy();
        }
        return waitingReport.await();
    }

    /** Returns how many results wait. */
    int waiting() {
        return waiting.get();
    }

    @Override
    public void start() {
        writer = Thread.ofPlatform().name("intake").daemon().start(this::storeUntilTheEnd);
    }

    /** Answers whoever waits. */
    @Override
    public void stop() {
        @Nullable Thread ending = writer;
        writer = null;
        if (ending != null) {
            queue.add(WaitingReport.END);
            try {
                ending.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        for (var late = queue.poll(); late != null; late = queue.poll()) {
            late.refuse(ReportRefusal.busy());
        }
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }

    private void storeUntilTheEnd() {
        try {
            for (var next = queue.take(); next != WaitingReport.END; next = queue.take()) {
                var together = withThoseBehind(next);
                store(together);
                waiting.addAndGet(-size(together));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<WaitingReport> withThoseBehind(WaitingReport first) {
        var together = new ArrayList<>(List.of(first));
        int size = first.size();
        @Nullable WaitingReport next = queue.peek();
        while (next != null && next != WaitingReport.END && size + next.size() <= MAX_TOGETHER) {
            together.add(queue.remove());
            size += next.size();
            next = queue.peek();
        }
        return together;
    }

    /** What fails together is tried one by one: a report must not be refused for what is wrong with another one. */
    private void store(List<WaitingReport> reports) {
        try {
            var receipts = record(reports.stream().map(WaitingReport::report).toList());
            for (int i = 0; i < reports.size(); i++) {
                reports.get(i).answer(receipts.get(i));
            }
        } catch (RuntimeException | Error e) {
            if (reports.size() == 1) {
                reports.getFirst().refuse(e);
            } else {
                reports.forEach(report -> store(List.of(report)));
            }
        }
    }

    /**
     * A series that is remembered may be gone, when another backend deleted its target; and where two backends would wait for
     * each other for ever, PostgreSQL ends the transaction of one.
     */
    private List<Receipt> record(List<Report> reports) {
        try {
            return recorder.record(reports);
        } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
            series.forget();
            return recorder.record(reports);
        }
    }

    private static int size(List<WaitingReport> reports) {
        return reports.stream().mapToInt(WaitingReport::size).sum();
    }
}
