package dev.noc.icmp.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Requests in the order in which their time is over. Those with the same time-out are sent, and end, in the same order:
 * one queue for each time-out, with nothing to sort.
 */
final class Deadlines {

    private final Map<Long, ArrayDeque<Echo>> queues = new HashMap<>();

    /** The same queues, for a walk without objects. */
    private final List<ArrayDeque<Echo>> all = new ArrayList<>();

    void add(Echo echo) {
        queues.computeIfAbsent(echo.volley.shape.timeout(), any -> newQueue()).add(echo);
    }

    private ArrayDeque<Echo> newQueue() {
        var queue = new ArrayDeque<Echo>();
        all.add(queue);
        return queue;
    }

    /** Takes out all that end at the time or before and hands over those that still wait. */
    void expire(long time, Consumer<Echo> overdue) {
        for (var queue : all) {
            for (var echo = queue.peek(); echo != null; echo = queue.peek()) {
                if (echo.isWaiting() && echo.deadline > time) {
                    break;
                }
                queue.remove();
                if (echo.isWaiting()) {
                    overdue.accept(echo);
                }
            }
        }
        forgetTimeoutsOfThePast();
    }

    /** Returns when the next one ends, or {@link Long#MAX_VALUE}. */
    long next() {
        long next = Long.MAX_VALUE;
        for (var queue : all) {
            var first = queue.peek();
            if (first != null) {
                next = Math.min(next, first.deadline);
            }
        }
        return next;
    }

    private void forgetTimeoutsOfThePast() {
        if (all.size() > 16) {
            all.removeIf(ArrayDeque::isEmpty);
            queues.values().removeIf(ArrayDeque::isEmpty);
        }
    }
}
