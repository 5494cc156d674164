package dev.noc.backend.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.protocol.ResultError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What every database must do with rounds. One small subclass for each database says how to reach it. */
abstract class RoundStoreContract {

    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00.123Z");

    private AllSeries series;
    private RoundStore store;
    private TransactionTemplate transaction;
    private Rounds rounds;
    private JdbcTemplate jdbc;

    /** Returns a migrated database, with the default targets and no rounds. */
    abstract JdbcTemplate emptyDatabase();

    @BeforeEach
    void open() {
        jdbc = emptyDatabase();
        transaction = new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
        series = new AllSeries(new SeriesStore(jdbc));
        store = new RoundStore(jdbc);
        rounds = new Rounds(series, store, new RoundReader(jdbc));
        series.prepare("office", List.of("google-dns", "quad9-dns"));
    }

    @Test
    void findsWhatItStored() {
        var round = round(NINE, 11.9, null, 12.4);

        append(List.of(round));

        assertThat(find(NINE)).containsExactly(round);
    }

    @Test
    void keepsTheErrorOfARound() {
        var error = new ResultError(ResultError.PROBE, "no route");
        var round = new Round("google-dns", "office", NINE, List.of(), error);

        append(List.of(round));

        assertThat(find(NINE)).containsExactly(round);
    }

    @Test
    void returnsOnlyWhatIsNew() {
        var first = round(NINE, 1.0);
        var second = round(NINE.plusMillis(1), 2.0);
        append(List.of(first));

        assertThat(append(List.of(first, second))).containsExactly(second);
    }

    @Test
    void storesARoundOnceThatIsTwiceInABatch() {
        assertThat(append(List.of(round(NINE, 1.0), round(NINE, 1.0)))).hasSize(1);
    }

    @Test
    void keepsTheFirstOfTwoRoundsWithTheSameKey() {
        append(List.of(round(NINE, 1.0)));
        append(List.of(round(NINE, 2.0)));

        assertThat(find(NINE)).containsExactly(round(NINE, 1.0));
    }

    @Test
    void dropsTheRoundsOfADeletedTarget() {
        append(List.of(round(NINE, 1.0)));

        jdbc.update("delete from target where id = 'google-dns'");

        assertThat(find(NINE)).isEmpty();
    }

    @Test
    void keepsTheAttributesOfARound() {
        Map<String, Object> attributes =
                Map.of("statusCode", 200, "tlsMillis", 9.25, "address", "192.0.2.1 \"ü\"", "resumed", true);
        var round = new Round("google-dns", "office", NINE, List.of(1.0), null, attributes);

        append(List.of(round));

        assertThat(find(NINE)).containsExactly(round);
    }

    @Test
    void findsAnyNumberOfRounds() {
        var all = IntStream.range(0, 2_001)
                .mapToObj(i -> round(NINE.plusMillis(i), 1.0))
                .toList();
        append(all);

        var keys =
                Stream.concat(all.stream().map(Round::key), Stream.of(new RoundKey("google-dns", "elsewhere", NINE)));

        assertThat(rounds.find(keys.toList()).values()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void returnsAStretchOldestFirst() {
        append(List.of(at(30), at(10), at(20), other(20)));

        assertThat(rounds.between(series("google-dns"), second(10), second(30))).containsExactly(at(10), at(20));
        assertThat(rounds.between(series("quad9-dns"), second(0), second(20))).isEmpty();
    }

    @Test
    void returnsStretchesOfManySeriesAtOnce() {
        append(List.of(at(10), at(20), at(30), other(10), other(20)));
        var google = series("google-dns");
        var quad9 = series("quad9-dns");

        var found = rounds.between(List.of(
                new Window(google, second(0), second(11)),
                new Window(quad9, second(11), second(60)),
                new Window(google, second(30), second(31))));

        assertThat(found).isEqualTo(Map.of(google, List.of(at(10), at(30)), quad9, List.of(other(20))));
    }

    @Test
    void returnsTheNewestBeforeATimeOldestFirst() {
        append(List.of(at(10), at(20), at(30), at(40)));

        assertThat(rounds.before(series("google-dns"), second(40), 2)).containsExactly(at(20), at(30));
        assertThat(rounds.before(series("google-dns"), second(21), 9)).containsExactly(at(10), at(20));
        assertThat(rounds.before(series("google-dns"), second(10), 2)).isEmpty();
    }

    @Test
    void returnsTheNewestOfManySeriesAtOnce() {
        append(List.of(at(10), at(20), other(10), other(20), other(30)));

        assertThat(rounds.before(Map.of(series("google-dns"), second(99), series("quad9-dns"), second(25)), 1))
                .isEqualTo(Map.of(series("google-dns"), List.of(at(20)), series("quad9-dns"), List.of(other(20))));
    }

    @Test
    void readsAStretchOfAnyLength() {
        var all = IntStream.range(0, 4_001).mapToObj(RoundStoreContract::at).toList();
        append(all);
        var read = new ArrayList<Round>();

        rounds.each(series("google-dns"), second(1), second(4_000), read::add);

        assertThat(read).isEqualTo(all.subList(1, 4_000));
    }

    @Test
    void forgetsTheOldestAFewAtATime() {
        append(List.of(at(10), at(20), at(30), other(10), other(40)));

        assertThat(rounds.forget(second(40), 2)).isEqualTo(2);
        assertThat(rounds.forget(second(40), 100)).isEqualTo(2);
        assertThat(rounds.forget(second(40), 100)).isZero();
        assertThat(rounds.between(series("google-dns"), second(0), second(99))).isEmpty();
        assertThat(rounds.between(series("quad9-dns"), second(0), second(99))).containsExactly(other(40));
    }

    @Test
    void knowsASeriesByItsNumberForEver() {
        var before = series("google-dns");

        assertThat(new AllSeries(new SeriesStore(jdbc)).of("google-dns", "office"))
                .isEqualTo(before);
        assertThat(series.ofTarget("google-dns")).containsExactly(before);
        assertThat(series.all()).containsExactly(before, series("quad9-dns"));
        assertThat(series.prepare("office", List.of("google-dns", "nobody"))).containsOnlyKeys("google-dns");
    }

    @Test
    void neverGivesANumberTwice() {
        var before = series("quad9-dns");
        jdbc.update("delete from target where id = 'quad9-dns'");
        series.forget();

        series.prepare("office", List.of("cloudflare-dns"));

        assertThat(series("cloudflare-dns").id()).isGreaterThan(before.id());
    }

    private List<Round> append(List<Round> rounds) {
        var placed = rounds.stream()
                .map(round -> new SeriesRound(series.of(round.targetId(), round.probe()), round))
                .toList();
        return Objects.requireNonNull(transaction.execute(status -> store.append(placed))).stream()
                .mapToObj(rounds::get)
                .toList();
    }

    private Series series(String target) {
        return series.of(target, "office");
    }

    private List<Round> find(Instant time) {
        return rounds.find(List.of(new RoundKey("google-dns", "office", time))).values().stream()
                .toList();
    }

    private static Round at(int second) {
        return round(second(second), 1.0 + second);
    }

    private static Round other(int second) {
        return new Round("quad9-dns", "office", second(second), List.of(), null);
    }

    private static Instant second(int second) {
        return NINE.plusSeconds(second);
    }

    private static Round round(Instant time, @Nullable Double... samples) {
        return new Round("google-dns", "office", time, Arrays.asList(samples), null);
    }
}
