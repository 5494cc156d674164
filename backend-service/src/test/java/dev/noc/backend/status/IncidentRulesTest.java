package dev.noc.backend.status;

import static dev.noc.backend.status.Rows.at;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.result.Series;
import dev.noc.backend.target.Expectation;
import dev.noc.backend.target.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentRulesTest {

    private static final Expectation EXPECTED = new Expectation(Duration.ofSeconds(10), Thresholds.DEFAULT);

    @Test
    void anIncidentLastsFromTheFirstSilentRoundToTheFirstAnswer() {
        var incident = only(incidents("555" + "00000" + "555"));

        assertThat(incident.start()).isEqualTo(at(30));
        assertThat(incident.end()).isEqualTo(at(80));
        assertThat(incident.worst()).isEqualTo(Status.DOWN);
        assertThat(incident.cause()).isEqualTo("No answer");
        assertThat(incident.changes()).isEqualTo(2);
        assertThat(incident.flapping()).isFalse();
    }

    @Test
    void itKeepsTheRoundsThatProveIt() {
        var proof = only(incidents("555" + "33" + "00000" + "55")).proof();

        assertThat(time(proof.lastGood())).isEqualTo(at(20));
        assertThat(time(proof.firstBad())).isEqualTo(at(30));
        assertThat(time(proof.firstWorst())).isEqualTo(at(50));
        assertThat(time(proof.lastBad())).isEqualTo(at(90));
        assertThat(time(proof.firstGood())).isEqualTo(at(100));
    }

    @Test
    void itGoesOnWhileNobodyCanTell() {
        assertThat(only(incidents("555" + "000" + "......" + "00")).isOpen()).isTrue();
        assertThat(only(incidents("555" + "000" + "......")).isOpen()).isTrue();
    }

    @Test
    void itEndedWhenItWasLastSeenWhereItIsOverAfterAGap() {
        assertThat(only(incidents("555" + "000" + "......" + "55")).end()).isEqualTo(at(80));
    }

    @Test
    void whatNobodyCouldTellForADayIsAnother() {
        assertThat(incidents("500" + ".".repeat(8_650) + "00")).hasSize(2);
        assertThat(incidents("500" + ".".repeat(8_600) + "00")).hasSize(1);
    }

    @Test
    void flappingIsOneIncidentThatCounts() {
        var incident = only(incidents("555" + "00055".repeat(4) + "5"));

        assertThat(incident.flapping()).isTrue();
        assertThat(incident.changes()).isEqualTo(8);
        assertThat(incident.start()).isEqualTo(at(30));
        assertThat(incident.end()).isEqualTo(at(210));
    }

    @Test
    void whatComesBackAfterMinutesOfCalmIsAnother() {
        assertThat(incidents("5500" + "5".repeat(29) + "00")).hasSize(1);
        assertThat(incidents("5500" + "5".repeat(30) + "00")).hasSize(2);
    }

    @Test
    void aProbeThatDisagreesIsNamed() {
        var incident = only(incidents("5500055", "5500055", "5555555"));

        assertThat(incident.votes()).isEqualTo(new Incident.Votes(List.of("p0", "p1"), List.of("p2")));
    }

    @Test
    void aMinorityMakesNone() {
        assertThat(incidents("5500055", "5555555", "5555555")).isEmpty();
        assertThat(incidents("5500055", "5555555")).isEmpty();
    }

    @Test
    void whoCannotMeasureDoesNotVote() {
        assertThat(incidents("5500055", "xxxxxxx", "xxxxxxx")).hasSize(1);
    }

    private static List<Incident> incidents(String... rows) {
        var spans = new HashMap<Series, List<Span>>();
        int longest = 0;
        for (int i = 0; i < rows.length; i++) {
            var fold = new Fold(null, EXPECTED);
            Rows.rounds("t", "p" + i, rows[i]).forEach(round -> fold.add(Evidence.of(round)));
            longest = Math.max(longest, rows[i].length());
            fold.pass(at(10 * longest));
            spans.put(new Series(i, "t", "p" + i), fold.begun());
        }
        return IncidentRules.of("t", Timeline.of(spans, Rows.START, at(10 * longest)), EXPECTED);
    }

    private static Incident only(List<Incident> incidents) {
        assertThat(incidents).hasSize(1);
        return incidents.getFirst();
    }

    private static Instant time(@Nullable Evidence evidence) {
        return requireNonNull(evidence).time();
    }
}
