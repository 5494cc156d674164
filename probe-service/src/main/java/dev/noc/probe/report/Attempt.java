package dev.noc.probe.report;

import dev.noc.probe.backend.Answer;

/**
 * What became of one attempt to report.
 *
 * @param verdict what it means for the results
 * @param reason what the backend said, or why it could not be asked
 * @param namesake whether the backend hears of another probe with our id
 */
record Attempt(Verdict verdict, String reason, boolean namesake) {

    static Attempt answered(Answer answer) {
        return new Attempt(Verdict.of(answer), answer.reason(), answer.namesake());
    }

    static Attempt unanswered(String reason) {
        return new Attempt(Verdict.AWAY, reason, false);
    }

    Attempt as(Verdict other) {
        return new Attempt(other, reason, namesake);
    }
}
