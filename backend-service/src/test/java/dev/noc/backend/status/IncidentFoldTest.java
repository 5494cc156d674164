package dev.noc.backend.status;

import static dev.noc.backend.status.Rows.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.result.Series;
import dev.noc.backend.target.Expectation;
import dev.noc.backend.target.Thresholds;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random rows of up to three probes. */
class IncidentFoldTest {

    private static final Expectation EXPECTED = new Expectation(Duration.ofSeconds(10), Thresholds.DEFAULT);
    private static final int ROUNDS = 400;

    private Random random = new Random(0);

    @RepeatedTest(50)
    void goesOnFromAnyPointAsIfItHadGoneThroughAllBefore(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        var spans = spans();
        var end = at(10 * ROUNDS);
        var stretches = Timeline.of(spans, Rows.START, end);
        var whole = new IncidentFold("t", EXPECTED);
        stretches.forEach(whole::add);

        var before = new IncidentFold("t", EXPECTED);
        for (var stretch : stretches.subList(0, stretches.size() - 1)) {
            before.add(stretch);
            var fork = before.fork();
            Timeline.of(spans, fork.end(), end).forEach(fork::add);
            var start = fork.start();
            assertThat(fork.incidents())
                    .as("from %s on", before.end())
                    .isEqualTo(whole.incidents().stream()
                            .filter(incident ->
                                    start != null && !incident.start().isBefore(start))
                            .toList());
        }
    }

    private Map<Series, List<Span>> spans() {
        var spans = new HashMap<Series, List<Span>>();
        int probes = 1 + random.nextInt(3);
        for (int i = 0; i < probes; i++) {
            var fold = new Fold(null, EXPECTED);
            Rows.rounds("t", "p" + i, row()).forEach(round -> fold.add(Evidence.of(round)));
            fold.pass(at(10 * ROUNDS));
            spans.put(new Series(i, "t", "p" + i), fold.begun());
        }
        return spans;
    }

    private String row() {
        var kinds = List.of("5", "5", "0", "x", ".", "54", "50", "0x.");
        var row = new StringBuilder();
        while (row.length() < ROUNDS) {
            var some = kinds.get(random.nextInt(kinds.size()));
            int run = 1 + random.nextInt(random.nextInt(8) == 0 ? 60 : 6);
            for (int i = 0; i < run; i++) {
                row.append(some.charAt(random.nextInt(some.length())));
            }
        }
        return row.substring(0, ROUNDS);
    }
}
