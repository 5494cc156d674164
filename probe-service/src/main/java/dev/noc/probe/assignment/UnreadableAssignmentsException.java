package dev.noc.probe.assignment;

/** What should be a list of targets is none at all. */
class UnreadableAssignmentsException extends Exception {

    private final String reason;

    UnreadableAssignmentsException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
