package dev.noc.backend.stream;

import dev.noc.backend.result.ResultsRecorded;
import dev.noc.backend.result.Round;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.json.JsonMapper;

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
    private final JsonMapper json;
    private final BlockingQueue<ResultsRecorded> notes = new LinkedBlockingQueue<>(MAX_NOTES);
    private final Thread thread = Thread.ofVirtual().name("stream-feed").unstarted(this::run);
    private volatile boolean overflown;

    Feed(Journal journal, JsonMapper json) {
        this.journal = journal;
        this.json = json;
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    @TransactionalEventListener
    void on(ResultsRecorded event) {
        if (!notes.offer(event)) {
            overflown = true;
        }
    }

    private void run() {
        try {
            while (true) {
                var some = new ArrayList<ResultsRecorded>();
                some.add(notes.take());
                notes.drainTo(some);
                publish(some);
                Thread.sleep(REST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(List<ResultsRecorded> some) {
        if (overflown) {
            overflown = false;
            journal.forget();
        }
        if (journal.skipUnread()) {
            return;
        }
        try {
            journal.append(some.stream()
                    .flatMap(recorded -> recorded.rounds().stream())
                    .map(this::result)
                    .toList());
        } catch (RuntimeException e) {
            log.error("Some events could not be put into the stream; its clients are told to read everything anew", e);
            journal.forget();
        }
    }

    private Event result(Round round) {
        return new Event("result", round.targetId(), json.writeValueAsString(ResultEvent.of(round)));
    }
}
