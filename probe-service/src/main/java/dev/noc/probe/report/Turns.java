package dev.noc.probe.report;

import dev.noc.probe.spool.Batch;
import dev.noc.probe.spool.Spool;
import dev.noc.probe.spool.SpoolException;

/**
 * Which results are sent next. What piled up while the backend was away goes oldest first, and takes turns with what is
 * measured now, so that nobody waits for the present until the past is told.
 */
final class Turns {

    private final Spool spool;

    /** The newest id of what piled up, or 0 when nothing did. */
    private long backlog;

    private boolean present;

    Turns(Spool spool) {
        this.spool = spool;
        this.backlog = spool.newest();
    }

    /** Returns the next batch, which is empty when nothing waits. The same one again, unless {@link #taken} or more piled up. */
    Batch next(int most, int mostBytes) throws SpoolException {
        if (backlog > 0 && present) {
            var now = spool.oldest(backlog, Long.MAX_VALUE, most, mostBytes);
            if (!now.isEmpty()) {
                return now;
            }
        }
        if (backlog > 0) {
            var past = spool.oldest(0, backlog, most, mostBytes);
            if (!past.isEmpty()) {
                return past;
            }
            backlog = 0;
        }
        return spool.oldest(0, Long.MAX_VALUE, most, mostBytes);
    }

    /** Says that the batch was taken, so that the other kind is next. */
    void taken() {
        present = !present;
    }

    /** Says that the backend is away: whatever waits now has piled up. */
    void away() {
        backlog = spool.newest();
        present = false;
    }
}
