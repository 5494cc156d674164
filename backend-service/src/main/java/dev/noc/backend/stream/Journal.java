package dev.noc.backend.stream;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The events of the last minutes, each written once, for everybody. Readers remember their own places. While nobody reads,
 * nothing is kept.
 */
@Component
class Journal {

    private final Duration window;
    private final long maxBytes;
    private final Clock clock;
    private final String epoch = "%08x".formatted(new SecureRandom().nextInt());

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Blocks blocks = new Blocks();
    private long last;
    private int readers;
    private Instant lastReader = Instant.MIN;
    private boolean closed;

    Journal(StreamProperties settings, Clock clock) {
        this.window = settings.window();
        this.maxBytes = settings.maxSize().toBytes();
        this.clock = clock;
    }

    EventId id(long number) {
        return new EventId(epoch, number);
    }

    /** From now on events are kept. Returns the number of the newest. */
    long join() {
        return locked(() -> {
            readers++;
            return last;
        });
    }

    void leave() {
        locked(() -> {
            lastReader = clock.instant();
            return --readers;
        });
    }

    /** Returns whether everything behind an event is here. */
    boolean reachesBackTo(EventId id) {
        return id.epoch().equals(epoch) && locked(() -> id.number() <= last && blocks.behind(id.number()) != null);
    }

    /**
     * Takes note that something happened that is not kept, if nobody reads nor did so lately: whoever comes back later has
     * missed it.
     */
    boolean skipUnread() {
        return locked(() -> {
            boolean wanted = readers > 0 || lastReader.plus(window).isAfter(clock.instant());
            if (!wanted) {
                forget();
            }
            return !wanted;
        });
    }

    /** Something happened that could not be kept: all readers have missed it. */
    void forget() {
        locked(() -> {
            blocks.startAt(++last + 1);
            news.signalAll();
            return last;
        });
    }

    /** Adds events and wakes the readers. One thread does this. */
    void append(List<Event> events) {
        var now = clock.instant();
        var old = locked(() -> {
            for (var event : events) {
                var text = event.withId(id(++last)).getBytes(StandardCharsets.UTF_8);
                blocks.open(last).append(event.target(), text, now);
            }
            blocks.trim(now.minus(window), maxBytes);
            news.signalAll();
            return blocks.old();
        });
        old.forEach(Block::pack);
    }

    /**
     * Waits until there are events behind one, and returns the next of them; empty when there are none for so long, and when
     * the journal was closed.
     *
     * @throws MissedEvents when some are here no longer
     */
    Optional<Slice> next(long after, Set<String> wanted, Duration patience) throws MissedEvents, InterruptedException {
        @Nullable Block block;
        long until;
        lock.lockInterruptibly();
        try {
            for (long left = patience.toNanos(); last <= after && !closed && left > 0; ) {
                left = news.awaitNanos(left);
            }
            if (last <= after) {
                return Optional.empty();
            }
            block = blocks.behind(after);
            if (block == null) {
                throw new MissedEvents();
            }
            until = block.last();
        } finally {
            lock.unlock();
        }
        return Optional.of(block.between(after, until, wanted));
    }

    /** Nothing more will come. */
    void close() {
        locked(() -> {
            closed = true;
            news.signalAll();
            return true;
        });
    }

    boolean isClosed() {
        return locked(() -> closed);
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
