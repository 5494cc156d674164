package dev.noc.backend.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.protocol.ResultError;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What every database must do with rounds. One small subclass for each database says how to reach it. */
abstract class RoundStoreContract {

    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00.123Z");

    private RoundStore store;
    private JdbcTemplate jdbc;

    /** Returns a migrated database, with the default targets and no rounds. */
    abstract JdbcTemplate emptyDatabase();

    @BeforeEach
    void open() {
        jdbc = emptyDatabase();
        store = new RoundStore(jdbc);
    }

    @Test
    void findsWhatItStored() {
        var round = round(NINE, 11.9, null, 12.4);

        store.append(List.of(round));

        assertThat(store.find("google-dns", "office", NINE)).contains(round);
    }

    @Test
    void keepsTheErrorOfARound() {
        var error = new ResultError(ResultError.PROBE, "no route");
        var round = new Round("google-dns", "office", NINE, List.of(), error);

        store.append(List.of(round));

        assertThat(store.find("google-dns", "office", NINE)).contains(round);
    }

    @Test
    void returnsOnlyWhatIsNew() {
        var first = round(NINE, 1.0);
        var second = round(NINE.plusMillis(1), 2.0);
        store.append(List.of(first));

        assertThat(store.append(List.of(first, second))).containsExactly(second);
    }

    @Test
    void storesARoundOnceThatIsTwiceInABatch() {
        assertThat(store.append(List.of(round(NINE, 1.0), round(NINE, 1.0)))).hasSize(1);
    }

    @Test
    void keepsTheFirstOfTwoRoundsWithTheSameKey() {
        store.append(List.of(round(NINE, 1.0)));
        store.append(List.of(round(NINE, 2.0)));

        assertThat(store.find("google-dns", "office", NINE)).contains(round(NINE, 1.0));
    }

    @Test
    void dropsTheRoundsOfADeletedTarget() {
        store.append(List.of(round(NINE, 1.0)));

        jdbc.update("delete from target where id = 'google-dns'");

        assertThat(store.find("google-dns", "office", NINE)).isEmpty();
    }

    private static Round round(Instant time, @Nullable Double... samples) {
        return new Round("google-dns", "office", time, Arrays.asList(samples), null);
    }
}
