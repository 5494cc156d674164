package dev.noc.system.machine;

import java.util.List;

/** What a program printed, and the status with which it ended. */
public record Output(String command, int status, String stdout, String stderr) {

    public List<String> lines() {
        return stdout.lines().toList();
    }

    /** This, which must have ended with status 0. */
    public Output succeeded() {
        if (status != 0) {
            throw new AssertionError("This should have succeeded:\n" + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return "$ %s\n%s%sended with status %d".formatted(command, stdout, stderr, status);
    }
}
