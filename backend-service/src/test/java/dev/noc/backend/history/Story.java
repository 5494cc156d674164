package dev.noc.backend.history;

import dev.noc.protocol.Report;
import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What two probes see of a target in some hours, with losses, gaps and probes that cannot measure; and an order in which
 * it may arrive.
 *
 * @param told every result once, by time
 * @param arriving batches in which each result is at least once
 */
record Story(List<Report> told, List<Report> arriving) {

    private static final Duration LENGTH = Duration.ofHours(14);

    static Story of(long seed, String target, Instant start) {
        var random = new Random(seed);
        var told = Stream.of("office", "home")
                .map(probe -> new Report(probe, results(random, target, start)))
                .toList();
        var arriving = new ArrayList<Report>();
        for (var report : told) {
            var batches = batches(random, report);
            disturb(random, batches);
            arriving.addAll(batches);
        }
        if (random.nextBoolean()) {
            arriving.sort((a, b) -> a.results()
                    .getFirst()
                    .time()
                    .compareTo(b.results().getFirst().time()));
        }
        return new Story(told, arriving);
    }

    private static List<Result> results(Random random, String target, Instant start) {
        var results = new ArrayList<Result>();
        long interval = 20_000L + random.nextInt(200_000);
        for (var time = start; time.isBefore(start.plus(LENGTH)); time = time.plusMillis(interval)) {
            if (random.nextInt(100) == 0) {
                time = time.plusSeconds(random.nextInt(10_000));
            }
            results.add(result(random, target, time.plusMillis(random.nextInt(1_000))));
        }
        return results;
    }

    private static Result result(Random random, String target, Instant time) {
        if (random.nextInt(20) == 0) {
            return new Result(target, time, List.of(), new ResultError(ResultError.PROBE, "no route"), Map.of());
        }
        var samples = new ArrayList<@Nullable Double>();
        for (int i = 0; i < 5; i++) {
            samples.add(
                    random.nextInt(10) == 0
                            ? null
                            : Math.round(1_000 * Math.exp(random.nextGaussian(2.5, 0.5))) / 1_000.0);
        }
        Map<String, Object> attributes =
                random.nextInt(5) == 0 ? Map.of("late", random.nextInt(3), "duplicates", random.nextInt(3)) : Map.of();
        return new Result(target, time, samples, null, attributes);
    }

    private static List<Report> batches(Random random, Report report) {
        var batches = new ArrayList<Report>();
        var results = report.results();
        for (int from = 0; from < results.size(); ) {
            int to = Math.min(results.size(), from + 1 + random.nextInt(60));
            batches.add(new Report(report.probe(), results.subList(from, to)));
            from = to;
        }
        return batches;
    }

    /** Sends some again, some much later, and sometimes everything in any order. */
    private static void disturb(Random random, List<Report> batches) {
        for (int i = 0; i < 3; i++) {
            batches.add(random.nextInt(batches.size()), batches.get(random.nextInt(batches.size())));
            batches.add(batches.remove(random.nextInt(batches.size())));
        }
        if (random.nextInt(3) == 0) {
            Collections.shuffle(batches, random);
        }
    }
}
