package dev.noc.backend.status;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.noc.backend.result.Series;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Gatherers;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which rounds are stored and not judged yet, in SQL that SQLite and PostgreSQL both understand. */
@Repository
class UnjudgedStore {

    private static final int MAX_SERIES = 1_000;

    private final JdbcTemplate jdbc;

    UnjudgedStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Map<Series, ? extends Collection<Instant>> times) {
        var rows = times.entrySet().stream()
                .flatMap(own -> own.getValue().stream().map(time -> new Row(own.getKey(), time)))
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into unjudged (series_id, time) values (?, ?) on conflict do nothing",
                    rows,
                    rows.size(),
                    (insert, row) -> {
                        insert.setLong(1, row.series().id());
                        insert.setLong(2, row.time().toEpochMilli());
                    });
        }
    }

    /** Returns the series that have some, by id. */
    Set<Series> series() {
        return new HashSet<>(series(-1, Integer.MAX_VALUE));
    }

    /** Returns those series that have some and whose id is greater than another, by id; so many at most. */
    List<Series> series(long after, int limit) {
        return jdbc.query(
                """
                select id, target_id, probe from series
                where id > ? and exists (select 1 from unjudged where series_id = series.id) order by id limit ?
                """,
                (row, index) -> new Series(row.getLong("id"), row.getString("target_id"), row.getString("probe")),
                after,
                limit);
    }

    /**
     * Takes those of some series out. Returns when they began, as far as the rounds are still kept; a series without is not
     * there.
     */
    Map<Series, NavigableSet<Instant>> take(Collection<Series> series) {
        var taken = new HashMap<Series, NavigableSet<Instant>>();
        series.stream().gather(Gatherers.windowFixed(MAX_SERIES)).forEach(some -> takeSome(some, taken));
        return taken;
    }

    private void takeSome(List<Series> series, Map<Series, NavigableSet<Instant>> taken) {
        var byId = series.stream().collect(toMap(Series::id, identity()));
        var ids = series.stream().<Object>map(Series::id).toArray();
        var places = String.join(",", Collections.nCopies(ids.length, "?"));
        jdbc.query(
                """
                select round.series_id, round.time from unjudged cross join round
                where unjudged.series_id in (%s) and round.series_id = unjudged.series_id and round.time = unjudged.time
                """.formatted(places),
                row -> {
                    taken.computeIfAbsent(byId.get(row.getLong(1)), none -> new TreeSet<>())
                            .add(Instant.ofEpochMilli(row.getLong(2)));
                },
                ids);
        jdbc.update("delete from unjudged where series_id in (%s)".formatted(places), ids);
    }

    private record Row(Series series, Instant time) {}
}
