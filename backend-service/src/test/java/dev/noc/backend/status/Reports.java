package dev.noc.backend.status;

import static java.util.stream.Collectors.joining;

import dev.noc.backend.result.Round;
import dev.noc.protocol.WireTime;
import java.util.List;
import java.util.Map;

/** Rounds as a probe reports them. */
final class Reports {

    private Reports() {}

    static String json(String target, String probe, List<Round> rounds) {
        return json(probe, Map.of(target, rounds));
    }

    /** @param rounds those of each target */
    static String json(String probe, Map<String, List<Round>> rounds) {
        return """
                {"probe": "%s", "results": [%s]}
                """.formatted(
                        probe,
                        rounds.entrySet().stream()
                                .flatMap(own -> own.getValue().stream().map(round -> json(own.getKey(), round)))
                                .collect(joining(",")));
    }

    private static String json(String target, Round round) {
        var error = round.error();
        var told = error == null
                ? ""
                : ", \"error\": {\"scope\": \"%s\", \"reason\": \"%s\"}".formatted(error.scope(), error.reason());
        return "{\"target\": \"%s\", \"time\": \"%s\", \"rttMillis\": %s%s}"
                .formatted(target, WireTime.format(round.time()), round.rttMillis(), told);
    }
}
