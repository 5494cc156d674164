package dev.noc.backend.status;

import static dev.noc.backend.status.Rows.at;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.result.Series;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What every database must do with spans. One small subclass for each database says how to reach it. */
abstract class SpanStoreContract {

    private JdbcTemplate jdbc;
    private SpanStore store;
    private Series google;
    private Series quad9;

    /** Returns a migrated database, with the default targets and no series. */
    abstract JdbcTemplate emptyDatabase();

    @BeforeEach
    void open() {
        jdbc = emptyDatabase();
        store = new SpanStore(jdbc);
        google = series("google-dns", "office");
        quad9 = series("quad9-dns", "office");
    }

    @Test
    void findsWhatItStored() {
        var first = new Span(at(0), at(10), at(5), Status.DOWN, "No answer", evidence(0, '5'), evidence(10, '0'));
        var second = new Span(at(20), at(30), at(20), Status.UNKNOWN, "No results", evidence(20, 'x'), null);
        var third = new Span(at(40), at(40), at(40), Status.UP, null, null, evidence(40, '3'));

        add(google, first, second, third);

        assertThat(all(google)).containsExactly(first, second, third);
    }

    @Test
    void returnsThemInTheOrderOfTheirDecisions() {
        add(google, span(30), span(10), span(20));

        assertThat(all(google)).containsExactly(span(10), span(20), span(30));
    }

    @Test
    void returnsThoseThatWereDecidedFromATimeOnAndTheOneBefore() {
        add(google, span(10), span(20), span(30));

        assertThat(since(google, at(25))).containsExactly(span(20), span(30));
        assertThat(since(google, at(20))).containsExactly(span(10), span(20), span(30));
        assertThat(since(google, at(10))).containsExactly(span(10), span(20), span(30));
        assertThat(since(google, at(31))).containsExactly(span(30));
    }

    @Test
    void looksAtEachSeriesFromItsOwnTimeOn() {
        var none = series("cloudflare-dns", "office");
        add(google, span(10), span(20), span(30));
        add(quad9, span(10), span(20), span(30));

        assertThat(store.since(Map.of(google, at(31), quad9, at(21), none, Instant.EPOCH)))
                .isEqualTo(Map.of(google, List.of(span(30)), quad9, List.of(span(20), span(30))));
    }

    @Test
    void findsThoseOfAnyNumberOfSeries() {
        jdbc.update("""
                with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 1001)
                insert into series (target_id, probe) select 'google-dns', 'probe-' || n from numbers""");
        var series = jdbc.query(
                "select id, probe from series where probe like 'probe-%'",
                (row, index) -> new Series(row.getLong("id"), "google-dns", row.getString("probe")));
        store.apply(series.stream()
                .map(some -> new SpanChange(some, List.of(), List.of(span((int) some.id()))))
                .toList());

        var found = store.since(series.stream().collect(toMap(identity(), some -> Instant.EPOCH)));

        assertThat(found)
                .hasSize(1_001)
                .allSatisfy((some, spans) -> assertThat(spans).containsExactly(span((int) some.id())));
    }

    @Test
    void returnsWhatHoldsLastOfTheSeriesThatAreAskedFor() {
        var none = series("cloudflare-dns", "office");
        var other = series("google-dns", "attic");
        add(google, span(30), span(10));
        add(quad9, span(20));
        add(other, span(40));

        assertThat(store.newest(List.of(google, quad9, none))).isEqualTo(Map.of(google, span(30), quad9, span(20)));
    }

    @Test
    void changesTheSpansOfManySeriesAtOnce() {
        add(google, span(10), span(20));
        add(quad9, span(10), span(20));
        var again = new Span(at(15), at(20), at(0), Status.DEGRADED, "Loss", null, null);

        store.apply(List.of(
                new SpanChange(google, List.of(span(20)), List.of(again, span(30))),
                new SpanChange(quad9, List.of(span(10), span(20)), List.of())));

        assertThat(all(google)).containsExactly(span(10), again, span(30));
        assertThat(all(quad9)).isEmpty();
    }

    @Test
    void dropsTheSpansOfADeletedTarget() {
        add(google, span(10));
        add(quad9, span(10));

        jdbc.update("delete from target where id = 'google-dns'");

        assertThat(all(google)).isEmpty();
        assertThat(all(quad9)).containsExactly(span(10));
    }

    private Series series(String target, String probe) {
        long id = Objects.requireNonNull(jdbc.queryForObject(
                "insert into series (target_id, probe) values (?, ?) returning id", Long.class, target, probe));
        return new Series(id, target, probe);
    }

    private void add(Series series, Span... spans) {
        store.apply(List.of(new SpanChange(series, List.of(), List.of(spans))));
    }

    private List<Span> all(Series series) {
        return since(series, Instant.EPOCH);
    }

    private List<Span> since(Series series, Instant time) {
        return store.since(Map.of(series, time)).getOrDefault(series, List.of());
    }

    private static Span span(int second) {
        return new Span(at(second - 5), at(second), at(0), Status.UP, null, null, evidence(second, '5'));
    }

    private static Evidence evidence(int second, char kind) {
        return Evidence.of(Rows.round("google-dns", "office", at(second), kind));
    }
}
