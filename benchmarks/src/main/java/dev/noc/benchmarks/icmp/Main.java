package dev.noc.benchmarks.icmp;

import dev.noc.icmp.NativePinger;
import dev.noc.icmp.Pingers;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs one load in a JVM of its own and prints what it found, a name and a number a line. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var options = Options.parse(arguments);
        var choice = Pingers.best();
        try (var pinger = choice.pinger();
                var records = options.records() == null ? null : new Records(options.records())) {
            if (!(pinger instanceof NativePinger engine)) {
                throw new IllegalStateException(choice.reason());
            }
            var load = new Load(engine, options, records);
            load.run();
            load.print(System.out);
        }
        System.out.printf("peak_rss_kb %s%n", peakMemory());
    }

    /** As proc_pid_status(5) has it. */
    private static String peakMemory() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("\\D", ""))
                .findFirst()
                .orElse("0");
    }
}
