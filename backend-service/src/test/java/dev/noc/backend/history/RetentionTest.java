package dev.noc.backend.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.result.Series;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is forgotten when, and what is added up before. */
class RetentionTest extends ForgetfulBackend {

    private static final String TARGET = "retention";

    @Autowired
    JdbcTemplate jdbc;

    private Instant start = Instant.EPOCH;

    @BeforeEach
    void reportAnHour() {
        clock.advance(Duration.ofHours(1));
        start = Resolution.DAY.ceil(clock.instant());
        clock.advance(Duration.between(clock.instant(), start.plus(Duration.ofHours(2))));
        add(TARGET);
        for (int minute = 0; minute < 60; minute++) {
            api.report(TARGET, start.plus(Duration.ofMinutes(minute)), "[10.0, null]");
        }
        chores.run();
    }

    @AfterEach
    void deleteTarget() {
        delete(TARGET);
    }

    @Test
    void forgetsWhatIsTooOldButNotWhatItAddsUpTo() {
        later(Duration.ofDays(3));
        assertThat(rounds.next(theSeries(), start)).isEmpty();
        assertThat(first(Resolution.MINUTE)).isEqualTo(1);

        later(Duration.ofDays(2));
        assertThat(first(Resolution.MINUTE)).isZero();
        assertThat(first(Resolution.TEN_MINUTES)).isZero();
        assertThat(first(Resolution.HOUR)).isEqualTo(60);
        assertThat(first(Resolution.DAY)).isEqualTo(60);

        later(Duration.ofDays(27));
        assertThat(first(Resolution.HOUR)).isZero();
        assertThat(first(Resolution.DAY)).isZero();
    }

    @Test
    void keepsRoundsThatAreNotRolledUpYet() {
        var late = start.plus(Duration.ofMinutes(90));
        clock.advance(Duration.ofDays(1));
        api.report(TARGET, late, "[10.0]");
        later(Duration.ofDays(2));

        assertThat(first(Resolution.SIX_HOURS)).isEqualTo(61);
        assertThat(rounds.next(theSeries(), start)).isEmpty();
    }

    @Test
    void roundThatComesWhenItsTimeIsForgottenIsAddedOnce() {
        later(Duration.ofDays(3));

        api.report(TARGET, start.plusSeconds(30), "[10.0]");
        api.report(TARGET, start.plusSeconds(30), "[10.0]");
        later(Duration.ofHours(1));
        api.report(TARGET, start.plusSeconds(30), "[10.0]");
        later(Duration.ofHours(1));

        assertThat(first(Resolution.MINUTE)).isEqualTo(2);
        assertThat(first(Resolution.HOUR)).isEqualTo(61);
        assertThat(first(Resolution.DAY)).isEqualTo(61);
        assertThat(rounds.next(theSeries(), start)).isEmpty();
    }

    @Test
    void probeThatBeginsWithRoundsOfAForgottenTimeIsCountedToo() {
        later(Duration.ofDays(3));

        api.post("/metrics", """
                {"probe": "away", "results": [{"target": "%s", "time": "%s", "rttMillis": [1.0]}]}
                """.formatted(TARGET, start.plusSeconds(30)));
        later(Duration.ofHours(1));

        assertThat(rollups.find(series.of(TARGET, "away").id(), Resolution.HOUR, start))
                .hasValueSatisfying(hour -> assertThat(hour.rounds()).isEqualTo(1));
    }

    @Test
    void rebuildingLeavesWhatCannotBeBuiltAnew() {
        later(Duration.ofDays(5));

        api.post("/api/v1/history/rebuild", "").expectStatus().isAccepted();
        chores.run();

        assertThat(first(Resolution.HOUR)).isEqualTo(60);
        assertThat(first(Resolution.DAY)).isEqualTo(60);
    }

    @Test
    void deletingATargetDeletesItsHistory() {
        var id = theSeries().id();

        delete(TARGET);

        assertThat(rollups.all(id)).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from rollup_progress where series_id = " + id, Integer.class))
                .isZero();
    }

    private Series theSeries() {
        return series.of(TARGET, "office");
    }

    /** Returns how many rounds the first bucket counts. */
    private long first(Resolution width) {
        return rollups.find(theSeries().id(), width, start).map(Rollup::rounds).orElse(0L);
    }
}
