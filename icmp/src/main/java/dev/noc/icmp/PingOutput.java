package dev.noc.icmp;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what {@code ping -c 1} prints in the C locale: that of iputils and that of busybox, for IPv4 and IPv6. */
final class PingOutput {

    private static final Pattern REPLY =
            Pattern.compile("(?m)^\\d+ bytes from (\\S+): (?:icmp_)?seq=\\d+\\b.* time=(\\d+(?:\\.\\d+)?) ms$");

    /** A reply that ping itself doubts, such as "(truncated)" or "(DIFFERENT ADDRESS!)". */
    private static final Pattern DOUBTED = Pattern.compile("(?m)^\\d+ bytes from (\\S+): .*\\((.+)\\)$");

    private static final Pattern ICMP_ERROR = Pattern.compile("(?m)^From (\\S+?):? icmp_seq=\\d+ (?!Redirect)(.+)$");

    private static final Pattern COMPLAINT = Pattern.compile("(?m)^(?:\\S*/)?ping: (.+)$");

    private static final Pattern SENT = Pattern.compile("(?m)^[1-9]\\d* packets transmitted,");

    private final String text;
    private final String address;

    private PingOutput(String text, String address) {
        this.text = text;
        this.address = address;
    }

    /** Says what became of the request to the address, given all that ping printed and how it ended. */
    static Outcome read(String text, int exitCode, String address) {
        return new PingOutput(text, address).read(exitCode);
    }

    private Outcome read(int exitCode) {
        return all(COMPLAINT)
                .flatMap(line -> Complaint.explain(line.group(1), address).stream())
                .findFirst()
                .map(Outcome::failed)
                .or(() -> all(REPLY).findFirst().map(PingOutput::reply))
                .or(() -> all(DOUBTED).findFirst().map(PingOutput::doubted))
                .or(() -> all(ICMP_ERROR).findFirst().map(PingOutput::icmpError))
                .orElseGet(() -> SENT.matcher(text).find() ? Outcome.loss() : unknown(exitCode));
    }

    private Stream<MatchResult> all(Pattern pattern) {
        return pattern.matcher(text).results();
    }

    private static Outcome reply(MatchResult line) {
        return Outcome.reply(
                Duration.ofNanos(new BigDecimal(line.group(2)).movePointRight(6).longValue()));
    }

    private static Outcome doubted(MatchResult line) {
        return Outcome.failed(Fault.ofTarget(
                "%s sent a reply that ping does not accept: %s.".formatted(line.group(1), line.group(2))));
    }

    private static Outcome icmpError(MatchResult line) {
        return Outcome.failed(Fault.ofTarget("%s says: %s.".formatted(line.group(1), line.group(2))));
    }

    private Outcome unknown(int exitCode) {
        var said = text.isBlank() ? "nothing" : "\"" + text.strip().replaceAll("\\s+", " ") + "\"";
        return Outcome.failed(
                Fault.ofProbe("The ping command ended with code %d and said %s. Run `ping -c 1 %s` by hand to see more."
                        .formatted(exitCode, said, address)));
    }
}
