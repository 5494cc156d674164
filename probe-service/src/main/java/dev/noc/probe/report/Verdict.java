package dev.noc.probe.report;

import dev.noc.probe.backend.Answer;

/** What the backend's answer means for the results that were sent, and what someone has to do about it. */
enum Verdict {
    /** They are stored. */
    ACCEPTED("takes our reports (%s)", ""),

    /** The same results will never be taken, at least not together. */
    REPORT_REFUSED("refuses a report (%s)", ""),

    /** One result after the other is refused: that is not the results' fault. */
    ALL_REFUSED(
            "refuses one result after the other (%s)",
            "Compare its version and clock with this probe's; results wait, and are tried one by one."),

    /** We have no token. */
    TOKEN_MISSING(
            "wants a token, and we have none (%s)",
            "Give NOC_TOKEN or NOC_TOKEN_FILE the backend's value; results wait until then."),

    /** Our token is not the backend's. */
    TOKEN_REFUSED(
            "refuses our token (%s)", "Give NOC_TOKEN or NOC_TOKEN_FILE the backend's value; results wait until then."),

    /** Whoever answers does not know how to take reports. */
    UNFIT_BACKEND(
            "is no backend that takes our reports (%s)",
            "Correct BACKEND_URL, or update the backend; results wait until then."),

    /** They may be taken later: nobody answered, or the backend is in trouble. */
    AWAY("takes no reports (%s)", "Results wait here and are sent when it does.");

    private final String words;
    private final String advice;

    Verdict(String words, String advice) {
        this.words = words;
        this.advice = advice;
    }

    static Verdict of(Answer answer) {
        if (answer.isSuccess()) {
            return ACCEPTED;
        }
        return switch (answer.status()) {
            case 400, 413, 422 -> REPORT_REFUSED;
            case 401 -> TOKEN_MISSING;
            case 403 -> TOKEN_REFUSED;
            case 301, 302, 303, 307, 308, 404, 405, 410, 415, 501 -> UNFIT_BACKEND;
            default -> AWAY;
        };
    }

    /** Returns what the backend does, as the rest of a sentence. */
    String words(String reason) {
        return words.formatted(reason);
    }

    String advice() {
        return advice;
    }

    /** Returns whether results can be taken at all. */
    boolean isReporting() {
        return this == ACCEPTED || this == REPORT_REFUSED;
    }

    /** Returns whether it mends itself, so that asking again soon makes sense. */
    boolean mayPass() {
        return this == AWAY;
    }
}
