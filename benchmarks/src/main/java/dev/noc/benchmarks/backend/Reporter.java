package dev.noc.benchmarks.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reports as fast as the backend takes it: several probes at once, each one report after the other. */
public final class Reporter {

    /** Rounds begin so long ago that none of them lies ahead of the backend's clock. */
    static final long BACK_MILLIS = 24L * 3_600_000;

    private Reporter() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        var options = Arguments.parse(arguments);
        int probes = options.number("probes");
        List<ReportingProbe> reporting = new ArrayList<>();
        for (int i = 0; i < probes; i++) {
            reporting.add(new ReportingProbe(options, i));
        }
        run(reporting, options.number("warm-up") / probes);
        reporting.forEach(ReportingProbe::forgetTimes);
        int each = options.number("batches") / probes;
        long began = System.nanoTime();
        run(reporting, each);
        double seconds = (System.nanoTime() - began) / 1e9;
        double[] millis = reporting.stream()
                .flatMapToDouble(ReportingProbe::millis)
                .sorted()
                .toArray();
        System.out.printf("results %d%n", (long) each * probes * options.number("batch"));
        System.out.printf("seconds %.3f%n", seconds);
        System.out.printf("p50-millis %.3f%n", millis[millis.length / 2]);
        System.out.printf("p99-millis %.3f%n", millis[millis.length * 99 / 100]);
    }

    private static void run(List<ReportingProbe> probes, int reports) throws InterruptedException, ExecutionException {
        List<Future<?>> running = new ArrayList<>();
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (var probe : probes) {
                running.add(threads.submit(() -> probe.report(reports)));
            }
        }
        for (var each : running) {
            each.get();
        }
    }
}
