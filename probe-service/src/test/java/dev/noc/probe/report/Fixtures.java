package dev.noc.probe.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.noc.probe.backend.Backend;
import dev.noc.probe.schedule.RoundFinished;
import dev.noc.protocol.Result;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** What several tests of this package begin with. */
final class Fixtures {

    static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");

    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Instant.class, new WireTimeSerializer()))
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Fixtures() {}

    static ReportProperties properties(int capacity) {
        return new ReportProperties("office", capacity);
    }

    /** Returns the n-th result, n seconds after nine. */
    static Result result(int n) {
        return new Result("gateway", NINE.plusSeconds(n), List.of((double) n), null);
    }

    static void add(Spool spool, int from, int to) {
        for (int n = from; n < to; n++) {
            spool.add(new RoundFinished(result(n)));
        }
    }

    static Sender sender(Spool spool, Backend backend, ReportMeters meters) {
        var state = new ReportingState(backend, Clock.systemUTC(), meters);
        return new Sender(spool, backend, JSON, state, meters, properties(1), Clock.systemUTC());
    }

    /** Returns the numbers of the results in a report. */
    static List<Integer> numbers(String report) {
        return JSON.readTree(report).path("results").values().stream()
                .map(result -> result.path("rttMillis").get(0))
                .map(JsonNode::asInt)
                .toList();
    }
}
