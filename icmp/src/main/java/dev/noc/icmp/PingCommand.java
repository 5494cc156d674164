package dev.noc.icmp;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The system's {@code ping}, run once for each echo request. */
final class PingCommand {

    /** Time for a process to start and to end, beyond the time-out of the request itself. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final String OVERDUE =
            "The ping command did not end in time. This host may be overloaded: watch fewer targets.";

    private final List<String> program;

    PingCommand(List<String> program) {
        this.program = program;
    }

    /** Sends one echo request; its process is ended before this returns or throws. */
    Outcome run(InetAddress address, Duration timeout, int size) throws InterruptedException {
        var wait = wholeSeconds(timeout);
        try {
            var process = start(address.getHostAddress(), wait, size);
            try {
                return process.waitFor(wait.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)
                        ? judge(process, address.getHostAddress(), timeout)
                        : Outcome.failed(Fault.ofProbe(OVERDUE));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return Outcome.failed(Fault.ofProbe(explain(e)));
        }
    }

    private Process start(String literal, Duration wait, int size) throws IOException {
        var command = new ArrayList<>(program);
        command.addAll(List.of("-n", "-c", "1", "-W", String.valueOf(wait.toSeconds())));
        if (size != PingRequest.DEFAULT_SIZE) {
            command.addAll(List.of("-s", String.valueOf(size)));
        }
        command.add(literal);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    /** Busybox takes no fractions, and takes 0 for "do not wait". */
    private static Duration wholeSeconds(Duration timeout) {
        return Duration.ofSeconds(timeout.plusSeconds(1).minusNanos(1).toSeconds());
    }

    private static Outcome judge(Process process, String literal, Duration timeout) throws IOException {
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var outcome = PingOutput.read(text, process.exitValue(), literal);
        var late = outcome.sample() instanceof Sample.Reply reply
                && reply.roundTrip().compareTo(timeout) > 0;
        return late ? Outcome.loss() : outcome;
    }

    private static String explain(IOException e) {
        var words = String.valueOf(e.getMessage());
        if (words.contains("No such file")) {
            return "There is no ping command here. Install it: package iputils-ping (Debian), iputils (Fedora, Alpine).";
        }
        if (words.contains("Operation not permitted") || words.contains("Permission denied")) {
            return "This process may not run the ping command: its file may carry capabilities that are dropped here."
                    + " Remove them (setcap -r). " + Complaint.LET_IN;
        }
        return "The ping command cannot be run: %s. Check the limits on processes and open files.".formatted(words);
    }
}
