package dev.noc.probe.spool;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Results that the backend has not taken yet, oldest first, on disk and within bounds. */
@Component
public class Spool implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Spool.class);

    /** Results that make room at once: a step for each new one would cost more than all else. */
    private static final int STEP = 1_000;

    /** Room is given back when so many results have left and none waits. */
    private static final int WORTH_SHRINKING = 10_000;

    private final SpoolProperties bounds;
    private final Clock clock;
    private final SpoolMeters meters;
    private final SetAside setAside;
    private final SpoolFile file;
    private final @Nullable String trouble;

    private boolean overflowing;
    private boolean closed;
    private long removed;

    Spool(SpoolProperties bounds, Clock clock, SpoolMeters meters) {
        var opening = SpoolOpening.in(bounds.data());
        this.bounds = bounds;
        this.clock = clock;
        this.meters = meters;
        this.setAside = new SetAside(bounds.data().resolve("refused.ndjson"), clock);
        this.file = opening.file();
        this.trouble = opening.trouble();
        meters.show(this);
        if (file.size() > 0) {
            log.info("{} results wait from before this start.", file.size());
        }
    }

    /** Returns why results are not kept on disk, or null. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** Keeps results. When this returns they survive whatever happens to this process or its host. */
    void append(List<SpoolFile.Line> lines) throws SpoolException {
        try {
            file.append(lines);
            makeRoom();
            giveUp(SpoolMeters.Loss.AGE, file.deleteBefore(oldestTime().toEpochMilli()));
        } catch (SQLException e) {
            throw new SpoolException(e);
        }
        wake();
    }

    private void makeRoom() throws SQLException {
        boolean full = file.bytes() > bounds.size().toBytes();
        if (full && !overflowing) {
            log.warn(
                    "{} results wait and take {}: from now on new ones cost the oldest. Is the backend up?"
                            + " SPOOL_SIZE says how much may wait.",
                    file.size(),
                    bounds.size().toMegabytes() + " MB");
        }
        overflowing = full || (overflowing && file.bytes() > bounds.size().toBytes() / 2);
        while (file.bytes() > bounds.size().toBytes() && file.size() > 0) {
            giveUp(SpoolMeters.Loss.FULL, file.deleteOldest(STEP));
        }
    }

    private Instant oldestTime() {
        return clock.instant().minus(bounds.age());
    }

    private void giveUp(SpoolMeters.Loss loss, int count) {
        if (count > 0) {
            meters.dropped(loss, count);
            if (loss == SpoolMeters.Loss.AGE) {
                log.warn("{} results waited longer than {} (SPOOL_AGE) and are given up.", count, bounds.age());
            }
        }
    }

    /**
     * Returns the oldest results; they stay here until they are removed.
     *
     * @param after only those with a higher id
     * @param upTo only those with this id or a lower one
     * @param most at most so many
     * @param mostBytes at most so many bytes, but for a single one
     */
    public Batch oldest(long after, long upTo, int most, int mostBytes) throws SpoolException {
        try {
            return file.find(after, upTo, most, mostBytes);
        } catch (SQLException e) {
            throw new SpoolException(e);
        }
    }

    /** Forgets what the backend took. Some of it may have been given up in the meantime to make room. */
    public void remove(Batch batch) throws SpoolException {
        try {
            removed += file.delete(batch.first(), batch.last());
            if (removed >= WORTH_SHRINKING && file.size() == 0) {
                file.shrink();
                removed = 0;
            }
        } catch (SQLException e) {
            throw new SpoolException(e);
        }
    }

    /** Moves a result that the backend will never take to a file of its own, together with the answer. */
    public void setAside(Batch culprit, String answer) throws SpoolException {
        for (var result : culprit.results()) {
            setAside.add(new String(result, StandardCharsets.UTF_8), answer);
        }
        meters.dropped(SpoolMeters.Loss.REFUSED, culprit.size());
        remove(culprit);
    }

    public long size() {
        return file.size();
    }

    /** Returns the id of the newest result there ever was. */
    public long newest() {
        return file.newest();
    }

    double bytes() {
        try {
            return file.bytes();
        } catch (SQLException e) {
            return Double.NaN;
        }
    }

    /** Waits for a result; returns false as soon as nobody shall wait any more. */
    public synchronized boolean awaitResult() throws InterruptedException {
        while (file.size() == 0 && !closed) {
            wait();
        }
        return !closed;
    }

    private synchronized void wake() {
        notifyAll();
    }

    /** Ends all waiting. What is here, or still comes in, can be read as before. */
    public synchronized void endWaiting() {
        closed = true;
        notifyAll();
    }

    @Override
    public void close() throws SpoolException {
        try {
            file.close();
        } catch (SQLException e) {
            throw new SpoolException(e);
        }
    }
}
