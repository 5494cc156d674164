package dev.noc.backend.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One client: a place in the journal, and where to write what lies behind it. Its thread is a virtual one of its own, so
 * nobody else waits when it does.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">WHATWG HTML, Server-sent events</a>
 */
final class Reader {

    /** A client asks again after 2 to 5 s, so that a thousand do not come at once when the backend has been away. */
    private static final int MIN_RETRY_MILLIS = 2_000;

    private static final int MAX_RETRY_MILLIS = 5_000;

    private final Journal journal;
    private final Set<String> targets;
    private final Duration heartbeat;
    private final OutputStream out;
    private long place;
    private long lastSignNanos;

    /**
     * @param place number of the newest event
     * @param targets whose events it wants, or empty for all
     */
    Reader(Journal journal, long place, Set<String> targets, Duration heartbeat, OutputStream out) {
        this.journal = journal;
        this.place = place;
        this.targets = targets;
        this.heartbeat = heartbeat;
        this.out = out;
    }

    /** Begins where the client was, or tells it that this is too long ago. An id alone is no event, but is remembered. */
    void begin(@Nullable String lastEventId) throws IOException {
        int retryMillis = ThreadLocalRandom.current().nextInt(MIN_RETRY_MILLIS, MAX_RETRY_MILLIS);
        var last = EventId.parse(lastEventId).filter(journal::reachesBackTo);
        last.ifPresent(id -> place = id.number());
        boolean missed = lastEventId != null && last.isEmpty();
        write("retry: %d\n".formatted(retryMillis) + (missed ? "event: reload\ndata: {}\n" : "") + idLine());
    }

    /** Tells whatever comes, until the journal is closed. */
    void read() throws IOException, InterruptedException {
        while (!journal.isClosed()) {
            var patience = heartbeat.minusNanos(System.nanoTime() - lastSignNanos);
            var slice = journal.next(place, targets, patience);
            if (slice.isPresent()) {
                tell(slice.get());
            } else if (!journal.isClosed()) {
                write(":\n" + idLine());
            }
        }
    }

    /** One that waits for few targets would hold an old id, if only their events told it where it is. */
    private void tell(Slice slice) throws IOException {
        place = slice.last();
        if (!slice.isEmpty()) {
            slice.writeTo(out);
            flush();
        } else if (System.nanoTime() - lastSignNanos > heartbeat.toNanos()) {
            write(":\n" + idLine());
        }
    }

    private String idLine() {
        return "id: %s\n\n".formatted(journal.id(place));
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        flush();
    }

    private void flush() throws IOException {
        out.flush();
        lastSignNanos = System.nanoTime();
    }
}
