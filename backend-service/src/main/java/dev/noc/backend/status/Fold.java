package dev.noc.backend.status;

import dev.noc.backend.target.Expectation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through rounds, oldest first, and notes each change of status. */
final class Fold {

    private final Expectation expected;
    private final List<Span> begun = new ArrayList<>();
    private @Nullable Standing standing;

    /** @param standing what the rounds before led to; null when there is none */
    Fold(@Nullable Standing standing, Expectation expected) {
        this.standing = standing;
        this.expected = expected;
    }

    void add(Evidence round) {
        pass(round.time());
        note(StatusRules.next(standing, round, expected));
    }

    /** Lets time pass without a round. */
    void pass(Instant time) {
        if (standing != null) {
            note(StatusRules.at(standing, time, expected));
        }
    }

    @Nullable
    Standing standing() {
        return standing;
    }

    List<Span> begun() {
        return begun;
    }

    private void note(Standing next) {
        if (standing == null || !next.span().equals(standing.span())) {
            begun.add(next.span());
        }
        standing = next;
    }
}
