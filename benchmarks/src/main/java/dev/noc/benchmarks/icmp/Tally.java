package dev.noc.benchmarks.icmp;

import dev.noc.icmp.Fault;
import dev.noc.icmp.PingResult;
import dev.noc.icmp.Sample;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the requests to the hosts of one label. */
final class Tally {

    private static final int MOST_MILLIS = 10_000;

    private final Map<String, Long> faults = new TreeMap<>();

    /** How many bursts took so many milliseconds from being handed over to being told of. */
    private final int[] turnarounds = new int[MOST_MILLIS + 1];

    private long replies;
    private long losses;
    private long coarse;
    private long bursts;

    void add(PingResult result, long nanos) {
        bursts++;
        turnarounds[(int) Math.min(MOST_MILLIS, nanos / 1_000_000)]++;
        for (var sample : result.samples()) {
            if (sample instanceof Sample.Reply reply) {
                replies++;
                coarse += reply.coarse() ? 1 : 0;
            } else {
                losses++;
            }
        }
        if (result.fault() != null) {
            faults.merge(words(result.fault()), 1L, Long::sum);
        }
    }

    /** One sentence for all hosts: without the address of one of them. */
    private static String words(Fault fault) {
        return fault.reason().replaceAll("[0-9]+(\\.[0-9]+){3}", "ADDRESS");
    }

    void print(String label, PrintStream out) {
        out.printf("%s.replies %d%n%s.lost %d%n%s.coarse %d%n", label, replies, label, losses, label, coarse);
        out.printf("%s.turnaround_ms_p99 %d%n", label, percentile(0.99));
        out.printf("%s.turnaround_ms_max %d%n", label, percentile(1));
        faults.forEach((words, count) -> out.printf("%s.fault %d %s%n", label, count, words));
    }

    private int percentile(double share) {
        long wanted = (long) Math.ceil(share * bursts);
        int millis = 0;
        for (long seen = turnarounds[0]; seen < wanted && millis < MOST_MILLIS; seen += turnarounds[millis]) {
            millis++;
        }
        return millis;
    }
}
