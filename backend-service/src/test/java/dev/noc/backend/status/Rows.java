package dev.noc.backend.status;

import dev.noc.backend.result.Round;
import dev.noc.protocol.ResultError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rounds, ten seconds apart, as a row of characters: a figure says how many of five samples were answered in 1 ms, a letter
 * from a on that all were, in 80, 90, 100 … ms; x: not measured, a dot: no round.
 */
final class Rows {

    static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

    private static final int SECONDS = 10;
    private static final int SAMPLES = 5;

    private Rows() {}

    static List<Round> rounds(String row) {
        return rounds("t", "p", row);
    }

    static List<Round> rounds(String target, String probe, String row) {
        var rounds = new ArrayList<Round>();
        for (int i = 0; i < row.length(); i++) {
            if (row.charAt(i) != '.') {
                rounds.add(round(target, probe, at(i * SECONDS), row.charAt(i)));
            }
        }
        return rounds;
    }

    static Round round(String target, String probe, Instant time, char kind) {
        if (kind == 'x') {
            return new Round(target, probe, time, List.of(), new ResultError(ResultError.PROBE, "No route."));
        }
        if (kind >= 'a' && kind <= 'e') {
            double millis = 80 + 10 * (kind - 'a');
            return new Round(target, probe, time, Collections.nCopies(SAMPLES, millis), null);
        }
        var samples = new ArrayList<@Nullable Double>();
        for (int i = 0; i < SAMPLES; i++) {
            samples.add(i < kind - '0' ? 1.0 : null);
        }
        return new Round(target, probe, time, samples, null);
    }

    static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
