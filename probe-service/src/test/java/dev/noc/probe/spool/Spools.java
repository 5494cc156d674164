package dev.noc.probe.spool;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.noc.protocol.Result;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Real spools, filled with numbered results. */
public final class Spools {

    public static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

    /** As Spring sets it up in the probe. */
    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Instant.class, new WireTimeSerializer()))
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Spools() {}

    public static Spool in(Path folder) {
        return in(folder, new SimpleMeterRegistry());
    }

    public static Spool in(Path folder, MeterRegistry registry) {
        return bounded(folder, DataSize.ofMegabytes(100), registry);
    }

    static Spool bounded(Path folder, DataSize size, MeterRegistry registry) {
        return new Spool(properties(folder, size), Clock.systemUTC(), new SpoolMeters(registry));
    }

    static SpoolProperties properties(Path folder, DataSize size) {
        return new SpoolProperties(folder, size, Duration.ofDays(36_500));
    }

    /** Returns the n-th result, n seconds after nine. */
    public static Result result(int n) {
        return new Result("gateway", NINE.plusSeconds(n), List.of((double) n), null);
    }

    public static void add(Spool spool, Result result) throws SpoolException {
        spool.append(List.of(line(result)));
    }

    public static void add(Spool spool, int from, int to) throws SpoolException {
        spool.append(lines(from, to));
    }

    static List<SpoolFile.Line> lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> line(result(n))).toList();
    }

    private static SpoolFile.Line line(Result result) {
        return new SpoolFile.Line(result.time().toEpochMilli(), JSON.writeValueAsString(result));
    }

    /** Returns the numbers of the results in a batch. */
    static List<Integer> numbers(Batch batch) {
        return batch.results().stream()
                .map(result -> JSON.readTree(result).path("rttMillis").get(0).asInt())
                .toList();
    }
}
