package dev.noc.backend.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.result.Series;
import dev.noc.backend.target.Expectation;
import dev.noc.backend.target.Thresholds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A target that flaps on and on. */
class LongIncidentsTest extends WatchedTargetTest {

    private static final Expectation EXPECTED = new Expectation(Duration.ofSeconds(10), Thresholds.DEFAULT);
    private static final String FLAPPING = "55" + "00055".repeat(80);

    @Autowired
    LongIncidents longIncidents;

    @Test
    void isNotToldFromItsBeginningWithEachChange() {
        target.live("office", FLAPPING);

        assertThat(target.only()).isEqualTo(asOneTellsIt(FLAPPING));
        var kept = List.of(new KeptIncident(target.only(), true));
        assertThat(longIncidents.find(WatchedTarget.ID, clock.instant(), EXPECTED, kept))
                .hasValueSatisfying(fold -> assertThat(fold.end()).isAfter(target.time(1_000)));
    }

    @Test
    void isToldFromItsBeginningWhenARoundOfThenComesLate() {
        var withoutOne = FLAPPING.substring(0, 5) + "." + FLAPPING.substring(6);
        target.live("office", withoutOne);
        assertThat(target.only()).isEqualTo(asOneTellsIt(withoutOne));

        target.report("office", List.of(target.round("office", target.time(50), '5')));

        assertThat(target.only()).isEqualTo(asOneTellsIt(FLAPPING));
        assertThat(target.only().changes()).isEqualTo(asOneTellsIt(withoutOne).changes() + 2);
    }

    private Incident asOneTellsIt(String row) {
        var rounds = target.rounds("office", row);
        var fold = new Fold(null, EXPECTED);
        rounds.forEach(round -> fold.add(Evidence.of(round)));
        var end = rounds.getLast().time().plusSeconds(1);
        var stretches = Timeline.of(
                Map.of(new Series(1, WatchedTarget.ID, "office"), fold.begun()),
                rounds.getFirst().time(),
                end);
        var incidents = IncidentRules.of(WatchedTarget.ID, stretches, EXPECTED);
        assertThat(incidents).hasSize(1);
        return incidents.getFirst().withId(target.only().id());
    }
}
