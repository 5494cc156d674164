package dev.noc.system.machine;

import java.util.List;

/** What a program printed, and the status with which it ended. */
public record Output(String command, int status, String stdout, String stderr) {

    public List<String> lines() {
        return stdout.lines().toList();
    }

    @Override
    public String toString() {
        return "$ %s\n%s%sended with status %d".formatted(command, stdout, stderr, status);
    }
}
