package dev.noc.benchmarks.icmp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to send.
 *
 * @param hosts a file with an address a line
 * @param rounds how many bursts each host gets
 * @param warmUp how many of them come before what is measured
 * @param count requests in a burst
 * @param spacing between the requests of a burst
 * @param timeout of each request
 * @param rate bursts a second, 0 for as many as possible
 * @param window bursts under way at once where there is no rate
 * @param records where each round-trip time is written to, if anywhere
 */
record Options(
        Path hosts,
        int rounds,
        int warmUp,
        int count,
        Duration spacing,
        Duration timeout,
        int rate,
        int window,
        @Nullable Path records) {

    /** Reads arguments such as {@code rounds=60}. */
    static Options parse(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            given.put(parts[0], parts[parts.length - 1]);
        }
        var hosts = given.get("hosts");
        if (hosts == null) {
            throw new IllegalArgumentException("No hosts to ping: give hosts=FILE, with an address a line.");
        }
        var records = given.get("records");
        return new Options(
                Path.of(hosts),
                number(given, "rounds", 1),
                number(given, "warm-up", 0),
                number(given, "count", 1),
                Duration.ofMillis(number(given, "spacing-ms", 0)),
                Duration.ofMillis(number(given, "timeout-ms", 1000)),
                number(given, "rate", 0),
                number(given, "window", 100),
                records == null ? null : Path.of(records));
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        var value = given.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
