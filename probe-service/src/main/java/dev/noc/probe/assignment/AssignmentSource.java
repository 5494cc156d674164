package dev.noc.probe.assignment;

/** Who told us what to watch. */
public enum AssignmentSource {
    BACKEND("from the backend"),
    REMEMBERED("remembered from an earlier start"),
    DEFAULTS("the defaults, as the backend did not answer yet");

    private final String words;

    AssignmentSource(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
