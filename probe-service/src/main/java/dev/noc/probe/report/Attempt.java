package dev.noc.probe.report;

import dev.noc.probe.backend.Answer;

/**
 * What became of one attempt to report.
 *
 * @param verdict what it means for the results
 * @param reason what the backend said, or why it could not be asked
 */
record Attempt(Verdict verdict, String reason) {

    /** What an answer means for the results that were sent. */
    enum Verdict {
        /** They are stored. */
        ACCEPTED,
        /** The same results will never be taken, at least not together. */
        REPORT_REFUSED,
        /** Nothing of ours is taken until the token is right. */
        TOKEN_REFUSED,
        /** They may be taken later: nobody answered, or the backend is in trouble. */
        AWAY
    }

    static Attempt answered(Answer answer) {
        return new Attempt(verdict(answer), answer.reason());
    }

    static Attempt unanswered(String reason) {
        return new Attempt(Verdict.AWAY, reason);
    }

    private static Verdict verdict(Answer answer) {
        if (answer.isSuccess()) {
            return Verdict.ACCEPTED;
        }
        if (answer.refusesToken()) {
            return Verdict.TOKEN_REFUSED;
        }
        return switch (answer.status()) {
            case 400, 413, 422 -> Verdict.REPORT_REFUSED;
            default -> Verdict.AWAY;
        };
    }
}
