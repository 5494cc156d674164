package dev.noc.backend.status;

import static dev.noc.backend.status.Rows.at;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.result.Series;
import dev.noc.backend.target.Kinds;
import dev.noc.backend.target.Target;
import dev.noc.backend.target.Thresholds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** In a row, each figure is a round ten seconds after the one before: so many of five samples answered. */
class TargetStandingsTest {

    private static final Series OFFICE = new Series(1, "t", "office");
    private static final Series HOME = new Series(2, "t", "home");

    private static final Target TARGET = target("T", Duration.ofSeconds(10));

    @Test
    void areConcludedFromOnceWhileNothingChanges() {
        var standings = standings(Map.of(OFFICE, known("555")));

        var status = standings.status(TARGET, at(20));

        assertThat(standings.status(TARGET, at(50))).isSameAs(status);
    }

    @Test
    void areConcludedFromAnewWhenAResultIsOverdue() {
        var standings = standings(Map.of(OFFICE, known("555")));
        assertThat(standings.status(TARGET, at(20)).status()).isEqualTo(Status.UP);

        assertThat(standings.status(TARGET, at(50)).status()).isEqualTo(Status.UP);
        assertThat(standings.status(TARGET, at(50).plusMillis(1)))
                .satisfies(status -> assertThat(status.status()).isEqualTo(Status.UNKNOWN))
                .satisfies(status -> assertThat(status.since()).isEqualTo(at(50)));
    }

    @Test
    void areConcludedFromAnewWhenOneOfSeveralProbesFallsSilent() {
        var standings = standings(Map.of(OFFICE, known("5555"), HOME, known("500")));
        assertThat(standings.status(TARGET, at(30)).probes())
                .extracting(ProbeStatus::status)
                .containsExactly(Status.DOWN, Status.UP);

        assertThat(standings.status(TARGET, at(51)).probes()).isEmpty();
        assertThat(standings.status(TARGET, at(61)).status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void areConcludedFromAnewWhenTheClockWasSetBack() {
        var standings = standings(Map.of(OFFICE, known("555")));
        assertThat(standings.status(TARGET, at(300)).status()).isEqualTo(Status.UNKNOWN);

        assertThat(standings.status(TARGET, at(25)).status()).isEqualTo(Status.UP);
    }

    @Test
    void areConcludedFromAnewForATargetThatWasEdited() {
        var standings = standings(Map.of(OFFICE, known("555")));
        assertThat(standings.status(TARGET, at(25)).target().name()).isEqualTo("T");

        assertThat(standings.status(target("Tea", Duration.ofSeconds(10)), at(25)))
                .satisfies(status -> assertThat(status.target().name()).isEqualTo("Tea"));
        assertThat(standings.status(target("Tea", Duration.ofMinutes(1)), at(60)))
                .satisfies(status -> assertThat(status.status()).isEqualTo(Status.UP));
    }

    @Test
    void areOthersOnlyWhenSomethingIsOther() {
        var standings = standings(Map.of(OFFICE, known("555"), HOME, known("5")));

        assertThat(standings.with(Map.of(HOME, known("5")))).isSameAs(standings);
        assertThat(standings.with(Map.of(HOME, known("55")))).isNotSameAs(standings);
        assertThat(standings.only(Set.of(OFFICE, HOME))).isSameAs(standings);
        assertThat(requireNonNull(standings.only(Set.of(HOME))).bySeries()).containsOnlyKeys(HOME);
        assertThat(standings.only(Set.of())).isNull();
    }

    private static TargetStandings standings(Map<Series, Known> bySeries) {
        return TargetStandings.NONE.with(bySeries);
    }

    private static Known known(String row) {
        var fold = new Fold(null, TARGET.expectation());
        var rounds = Rows.rounds(row);
        rounds.forEach(round -> fold.add(Evidence.of(round)));
        return new Known(requireNonNull(fold.standing()), rounds.getLast());
    }

    private static Target target(String name, Duration interval) {
        return new Target(
                "t",
                name,
                "192.0.2.1",
                Kinds.of("icmp"),
                interval,
                true,
                List.of(),
                Thresholds.DEFAULT,
                Map.of(),
                false);
    }
}
