package dev.noc.backend.stream;

import dev.noc.backend.result.ResultsRecorded;
import dev.noc.backend.status.IncidentChanged;
import dev.noc.backend.status.IncidentClosed;
import dev.noc.backend.status.IncidentOpened;
import dev.noc.backend.status.IncidentWithdrawn;
import dev.noc.backend.status.StatusChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes what was committed into the journal, in a thread of its own: whoever stores results only leaves a note. The notes
 * are in the order of the commits.
 */
@Component
class Feed implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Feed.class);

    /** Some seconds of the smallest reports; more is not worth the memory. */
    private static final int MAX_NOTES = 4_096;

    /** What comes within this time goes out together, or each report would wake each client. */
    private static final Duration REST = Duration.ofMillis(50);

    private final Journal journal;
    private final Editor editor;
    private final BlockingQueue<Object> notes = new LinkedBlockingQueue<>(MAX_NOTES);
    private final Thread thread = Thread.ofVirtual().name("stream-feed").unstarted(this::run);
    private volatile boolean overflown;

    Feed(Journal journal, Editor editor) {
        this.journal = journal;
        this.editor = editor;
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /** Before those who draw conclusions, so that a result comes before its status; but behind whoever keeps these in memory. */
    @Order(Ordered.HIGHEST_PRECEDENCE + 1_000)
    @TransactionalEventListener({
        ResultsRecorded.class,
        StatusChanged.class,
        IncidentOpened.class,
        IncidentChanged.class,
        IncidentClosed.class,
        IncidentWithdrawn.class
    })
    void leaveNote(Object event) {
        if (!notes.offer(event)) {
            overflown = true;
        }
    }

    private void run() {
        try {
            while (true) {
                var some = new ArrayList<Object>();
                some.add(notes.take());
                notes.drainTo(some);
                publish(some);
                Thread.sleep(REST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(List<Object> some) {
        if (overflown) {
            overflown = false;
            journal.forget();
        }
        if (journal.skipUnread()) {
            return;
        }
        try {
            journal.append(editor.edit(some));
        } catch (RuntimeException e) {
            log.error("Some events could not be put into the stream; its clients are told to read everything anew", e);
            journal.forget();
        }
    }
}
