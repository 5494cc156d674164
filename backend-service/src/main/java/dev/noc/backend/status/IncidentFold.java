package dev.noc.backend.status;

import dev.noc.backend.target.Expectation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through the stretches of a target, oldest first and without a hole, and notes the incidents in them. */
final class IncidentFold {

    private final String targetId;
    private final Expectation expected;
    private final List<IncidentDraft> drafts = new ArrayList<>();
    private Instant end = Instant.EPOCH;

    IncidentFold(String targetId, Expectation expected) {
        this.targetId = targetId;
        this.expected = expected;
    }

    void add(Stretch stretch) {
        end = stretch.end();
        if (stretch.isBad()) {
            if (drafts.isEmpty() || isOver(drafts.getLast(), stretch.start())) {
                drafts.add(
                        new IncidentDraft(targetId, IncidentRules.calm(expected).multipliedBy(2)));
            }
            drafts.getLast().bad(stretch);
        } else if (stretch.status() == Status.UP && !drafts.isEmpty()) {
            drafts.getLast().good(stretch);
        }
    }

    /** Returns the incidents so far, oldest first, with 0 for their ids. */
    List<Incident> incidents() {
        var incidents = new ArrayList<Incident>();
        for (var draft : drafts) {
            boolean over = draft != drafts.getLast() || draft.isGood() || isOver(draft, end);
            incidents.add(draft.toIncident(over));
        }
        return incidents;
    }

    /** Returns one that goes on from here with the last incident alone, as if it had gone through all before. */
    IncidentFold fork() {
        var fork = new IncidentFold(targetId, expected);
        fork.end = end;
        if (!drafts.isEmpty()) {
            fork.drafts.add(drafts.getLast().copy());
        }
        return fork;
    }

    /** Returns when the first incident began that it knows; null when it knows none. */
    @Nullable
    Instant start() {
        return drafts.isEmpty() ? null : drafts.getFirst().start();
    }

    /** Returns the end of the last stretch. */
    Instant end() {
        return end;
    }

    boolean isOf(Expectation current) {
        return expected.equals(current);
    }

    private boolean isOver(IncidentDraft draft, Instant time) {
        var since = Duration.between(draft.badUntil(), time);
        var longest = draft.isGood() ? IncidentRules.calm(expected) : IncidentRules.LONGEST_BLINDNESS;
        return since.compareTo(longest) >= 0;
    }
}
