package dev.noc.backend.history;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** How far the roll-ups of each series go, in plain SQL that SQLite and PostgreSQL both understand. */
@Repository
class ProgressStore {

    /** Well below what a statement takes. */
    private static final int MAX_IDS = 1_000;

    private final JdbcTemplate jdbc;

    ProgressStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns up to when these are built, by series; one of which nothing is built is not in it. */
    Map<Long, Instant> built(Collection<Long> seriesIds) {
        var built = new HashMap<Long, Instant>();
        seriesIds.stream().gather(Gatherers.windowFixed(MAX_IDS)).forEach(some -> {
            var ids = some.stream().map(String::valueOf).collect(joining(","));
            read(" where series_id in (" + ids + ")", built);
        });
        return built;
    }

    /** Returns up to when each series is built. */
    Map<Long, Instant> built() {
        var built = new HashMap<Long, Instant>();
        read("", built);
        return built;
    }

    /** Returns up to when every series is built, 1970 where nothing is built of one; nothing where there is none. */
    Optional<Instant> builtByAll() {
        return Optional.ofNullable(jdbc.queryForObject("""
                        select min(coalesce(built, 0)) from series left join rollup_progress on series_id = series.id
                        """, Long.class)).map(Instant::ofEpochMilli);
    }

    Instant built(long seriesId) {
        return built(List.of(seriesId)).getOrDefault(seriesId, Instant.EPOCH);
    }

    void save(Map<Long, Instant> built) {
        jdbc.batchUpdate("""
                insert into rollup_progress (series_id, built) values (?, ?)
                on conflict (series_id) do update set built = excluded.built
                """, built.entrySet(), Math.max(1, built.size()), (save, series) -> {
            save.setLong(1, series.getKey());
            save.setLong(2, series.getValue().toEpochMilli());
        });
    }

    /** Lets every series be rebuilt from its beginning. */
    void rebuildAll() {
        jdbc.update("update rollup_progress set rebuild_from = 0");
    }

    /** Returns a series that is being rebuilt, with the first day that is still to be. */
    Optional<Map.Entry<Long, Instant>> rebuilding() {
        return jdbc
                .query(
                        "select series_id, rebuild_from from rollup_progress where rebuild_from is not null order by series_id limit 1",
                        (row, index) -> Map.entry(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))))
                .stream()
                .findFirst();
    }

    int countRebuilding() {
        return count("select count(*) from rollup_progress where rebuild_from is not null");
    }

    int count() {
        return count("select count(*) from rollup_progress");
    }

    void rebuildFrom(long seriesId, Instant day) {
        jdbc.update("update rollup_progress set rebuild_from = ? where series_id = ?", day.toEpochMilli(), seriesId);
    }

    void rebuilt(long seriesId) {
        jdbc.update("update rollup_progress set rebuild_from = null where series_id = ?", seriesId);
    }

    private int count(String sql) {
        var count = jdbc.queryForObject(sql, Integer.class);
        return count == null ? 0 : count;
    }

    private void read(String where, Map<Long, Instant> built) {
        jdbc.query("select series_id, built from rollup_progress" + where, row -> {
            built.put(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)));
        });
    }
}
