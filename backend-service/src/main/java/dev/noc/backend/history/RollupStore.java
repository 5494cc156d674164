package dev.noc.backend.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table of roll-ups, in plain SQL that SQLite and PostgreSQL both understand. */
@Repository
class RollupStore {

    private static final String COLUMNS =
            "series_id, width, start, rounds, unmeasured, sent, received, late, duplicates, min_micros, sum_micros, max_micros, latencies";
    private static final String SAVE = """
            insert into rollup (%s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (series_id, width, start) do update set
                rounds = excluded.rounds, unmeasured = excluded.unmeasured, sent = excluded.sent,
                received = excluded.received, late = excluded.late, duplicates = excluded.duplicates,
                min_micros = excluded.min_micros, sum_micros = excluded.sum_micros, max_micros = excluded.max_micros,
                latencies = excluded.latencies
            """.formatted(COLUMNS);
    private static final String BETWEEN = " where series_id = ? and width = ? and start >= ? and start < ?";

    private final JdbcTemplate jdbc;

    RollupStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores these, instead of those that are there for the same buckets. */
    void save(Collection<Rollup> rollups) {
        if (!rollups.isEmpty()) {
            jdbc.batchUpdate(SAVE, rollups, rollups.size(), RollupStore::bind);
        }
    }

    /** Removes what begins from {@code from} on and before {@code to}, of one width. */
    void remove(Resolution width, Collection<Stretch> stretches) {
        if (!stretches.isEmpty()) {
            jdbc.batchUpdate("delete from rollup" + BETWEEN, stretches, stretches.size(), (delete, stretch) -> {
                delete.setLong(1, stretch.seriesId());
                delete.setLong(2, width.millis());
                delete.setLong(3, stretch.from().toEpochMilli());
                delete.setLong(4, stretch.to().toEpochMilli());
            });
        }
    }

    /** Reads those that begin from {@code from} on and before {@code to}, oldest first, one at a time. */
    void each(Resolution width, Stretch stretch, Consumer<Rollup> reader) {
        jdbc.query(
                "select " + COLUMNS + " from rollup" + BETWEEN + " order by start",
                row -> {
                    reader.accept(toRollup(row));
                },
                stretch.seriesId(),
                width.millis(),
                stretch.from().toEpochMilli(),
                stretch.to().toEpochMilli());
    }

    Optional<Rollup> find(long seriesId, Resolution width, Instant start) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from rollup where series_id = ? and width = ? and start = ?",
                        (row, index) -> toRollup(row),
                        seriesId,
                        width.millis(),
                        start.toEpochMilli())
                .stream()
                .findFirst();
    }

    /** Returns when the oldest one begins. */
    Optional<Instant> first(long seriesId, Resolution width) {
        var first = jdbc.queryForObject(
                "select min(start) from rollup where series_id = ? and width = ?",
                Long.class,
                seriesId,
                width.millis());
        return Optional.ofNullable(first).map(Instant::ofEpochMilli);
    }

    List<Rollup> all(long seriesId) {
        return jdbc.query(
                "select " + COLUMNS + " from rollup where series_id = ? order by width, start",
                (row, index) -> toRollup(row),
                seriesId);
    }

    private static void bind(PreparedStatement save, Rollup rollup) throws SQLException {
        save.setLong(1, rollup.seriesId());
        save.setLong(2, rollup.width().millis());
        save.setLong(3, rollup.start().toEpochMilli());
        save.setLong(4, rollup.rounds());
        save.setLong(5, rollup.unmeasured());
        save.setLong(6, rollup.sent());
        save.setLong(7, rollup.received());
        save.setLong(8, rollup.late());
        save.setLong(9, rollup.duplicates());
        save.setLong(10, rollup.minMicros());
        save.setLong(11, rollup.sumMicros());
        save.setLong(12, rollup.maxMicros());
        save.setBytes(13, rollup.latencies().toBytes());
    }

    private static Rollup toRollup(ResultSet row) throws SQLException {
        return new Rollup(
                row.getLong(1),
                Resolution.ofMillis(row.getLong(2)),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                PackedLatencies.ofBytes(row.getBytes(13)));
    }
}
