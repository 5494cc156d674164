package dev.noc.backend.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.protocol.ResultError;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

        assertThat(find(NINE)).containsExactly(round);
    }

    @Test
    void keepsTheErrorOfARound() {
        var error = new ResultError(ResultError.PROBE, "no route");
        var round = new Round("google-dns", "office", NINE, List.of(), error);

        store.append(List.of(round));

        assertThat(find(NINE)).containsExactly(round);
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

        assertThat(find(NINE)).containsExactly(round(NINE, 1.0));
    }

    @Test
    void dropsTheRoundsOfADeletedTarget() {
        store.append(List.of(round(NINE, 1.0)));

        jdbc.update("delete from target where id = 'google-dns'");

        assertThat(find(NINE)).isEmpty();
    }

    @Test
    void keepsTheAttributesOfARound() {
        Map<String, Object> attributes =
                Map.of("statusCode", 200, "tlsMillis", 9.25, "address", "192.0.2.1 \"ü\"", "resumed", true);
        var round = new Round("google-dns", "office", NINE, List.of(1.0), null, attributes);

        store.append(List.of(round));

        assertThat(find(NINE)).containsExactly(round);
    }

    @Test
    void findsAnyNumberOfRounds() {
        var rounds = IntStream.range(0, 2_001)
                .mapToObj(i -> round(NINE.plusMillis(i), 1.0))
                .toList();
        store.append(rounds);

        var keys = Stream.concat(
                rounds.stream().map(Round::key), Stream.of(new RoundKey("google-dns", "elsewhere", NINE)));

        assertThat(store.find(keys.toList())).containsExactlyInAnyOrderElementsOf(rounds);
    }

    private List<Round> find(Instant time) {
        return store.find(List.of(new RoundKey("google-dns", "office", time)));
    }

    private static Round round(Instant time, @Nullable Double... samples) {
        return new Round("google-dns", "office", time, Arrays.asList(samples), null);
    }
}
