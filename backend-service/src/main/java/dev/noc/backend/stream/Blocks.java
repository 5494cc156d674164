package dev.noc.backend.stream;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks of a journal, oldest first; there is always a newest one. Guarded by the journal. */
final class Blocks {

    /** As many of the newest stay as they are: that is where the readers are. */
    private static final int UNPACKED = 32;

    private final Deque<Block> blocks = new ArrayDeque<>();

    Blocks() {
        startAt(1);
    }

    /** Forgets everything before an event that is still to come. */
    void startAt(long number) {
        blocks.clear();
        blocks.add(new Block(number));
    }

    /** Returns the block to append an event to. */
    Block open(long number) {
        if (blocks.getLast().isFull()) {
            blocks.add(new Block(number));
        }
        return blocks.getLast();
    }

    /** Returns the block that holds the event behind another one, or will hold it; null when that is gone. */
    @Nullable
    Block behind(long number) {
        for (var newestFirst = blocks.descendingIterator(); newestFirst.hasNext(); ) {
            var block = newestFirst.next();
            if (block.first() <= number + 1) {
                return block;
            }
        }
        return null;
    }

    /** Drops the oldest until the rest is neither too old nor too much. */
    void trim(Instant oldest, long maxBytes) {
        long bytes = blocks.stream().mapToLong(Block::size).sum();
        while (blocks.size() > 1
                && (bytes > maxBytes || blocks.getFirst().newest().isBefore(oldest))) {
            bytes -= blocks.removeFirst().size();
        }
    }

    /** Returns those that are to be packed. */
    List<Block> old() {
        return blocks.stream()
                .limit(Math.max(0, blocks.size() - UNPACKED))
                .filter(block -> !block.isPacked())
                .toList();
    }
}
