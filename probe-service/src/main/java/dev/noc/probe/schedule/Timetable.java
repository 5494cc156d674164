package dev.noc.probe.schedule;

import dev.noc.protocol.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Which targets are watched, and when the next round of each is due. Knows no threads. */
final class Timetable {

    /** A target that is watched. It has a due time, unless a round of it runs. */
    static final class Entry {

        private Plan plan;
        private boolean gone;

        /** Monotonic, in nanoseconds. */
        private long due;

        private long lastStart;
        private boolean started;
        private boolean running;

        private Entry(Plan plan) {
            this.plan = plan;
        }

        Assignment target() {
            return plan.target();
        }
    }

    /** Tells the time from the last start of a round until the next is due. */
    interface Pace {
        long nanosUntilNext(Plan plan, long nanosSinceLastStart);
    }

    private final Map<String, Entry> entries = new HashMap<>();
    private final PriorityQueue<Entry> queue = new PriorityQueue<>((one, other) -> Long.signum(one.due - other.due));
    private final Pace pace;

    Timetable(Pace pace) {
        this.pace = pace;
    }

    /** From now on watches these targets, and no others. A round that runs comes to its end. */
    void follow(List<Plan> plans, long now) {
        var before = new HashMap<>(entries);
        entries.clear();
        for (var plan : plans) {
            var entry = before.remove(plan.target().id());
            entries.put(plan.target().id(), entry == null ? begin(plan, now) : change(entry, plan, now));
        }
        before.values().forEach(entry -> entry.gone = true);
        queue.clear();
        entries.values().stream().filter(entry -> !entry.running).forEach(queue::add);
    }

    private static Entry begin(Plan plan, long now) {
        var entry = new Entry(plan);
        entry.due = now + plan.untilFirst().toNanos();
        return entry;
    }

    private Entry change(Entry entry, Plan plan, long now) {
        if (!plan.equals(entry.plan)) {
            entry.plan = plan;
            entry.due = entry.started ? next(entry, now) : entry.due;
        }
        return entry;
    }

    /** Returns the targets that are due, soonest first, at most so many. Their rounds run from now on. */
    List<Entry> begin(long now, int most) {
        var begun = new ArrayList<Entry>();
        while (begun.size() < most && !queue.isEmpty() && queue.peek().due - now <= 0) {
            var entry = queue.remove();
            entry.running = true;
            entry.started = true;
            entry.lastStart = now;
            begun.add(entry);
        }
        return begun;
    }

    /** Says that a round is over, so that the target's next one can be due. */
    void end(Entry entry, long now) {
        entry.running = false;
        if (!entry.gone) {
            entry.due = next(entry, now);
            queue.add(entry);
        }
    }

    /** Returns the nanoseconds until something is due, at most so many. */
    long untilNext(long now, long most) {
        var first = queue.peek();
        return first == null ? most : Math.min(first.due - now, most);
    }

    private long next(Entry entry, long now) {
        return now + pace.nanosUntilNext(entry.plan, now - entry.lastStart);
    }
}
