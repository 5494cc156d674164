package dev.noc.probe.report;

import dev.noc.probe.backend.Backend;
import dev.noc.probe.spool.Spool;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What several tests of this package begin with. */
final class Fixtures {

    static final ReportProperties OFFICE = new ReportProperties("office");

    private Fixtures() {}

    static Sender sender(Spool spool, Backend backend, ReportMeters meters) {
        var state = new ReportingState(backend, Clock.systemUTC(), meters, OFFICE);
        return new Sender(spool, backend, state, meters, OFFICE, Clock.systemUTC());
    }

    /** Returns the numbers of the results in a report. */
    static List<Integer> numbers(String report) {
        return JsonMapper.shared().readTree(report).path("results").values().stream()
                .map(result -> result.path("rttMillis").get(0))
                .map(JsonNode::asInt)
                .toList();
    }
}
