package dev.noc.backend.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The minutes that must be built anew, in plain SQL that SQLite and PostgreSQL both understand. */
@Repository
class DueStore {

    private final JdbcTemplate jdbc;

    DueStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Collection<Minute> minutes) {
        jdbc.batchUpdate(
                "insert into rollup_due (series_id, minute) values (?, ?) on conflict do nothing",
                minutes,
                Math.max(1, minutes.size()),
                (insert, minute) -> {
                    insert.setLong(1, minute.seriesId());
                    insert.setLong(2, minute.start().toEpochMilli());
                });
    }

    /** Returns so many at most, by series and time. */
    List<Minute> next(int limit) {
        return jdbc.query(
                "select series_id, minute from rollup_due order by series_id, minute limit ?",
                (row, index) -> new Minute(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))),
                limit);
    }

    void remove(Collection<Minute> minutes) {
        jdbc.batchUpdate(
                "delete from rollup_due where series_id = ? and minute = ?",
                minutes,
                Math.max(1, minutes.size()),
                (delete, minute) -> {
                    delete.setLong(1, minute.seriesId());
                    delete.setLong(2, minute.start().toEpochMilli());
                });
    }

    Optional<Instant> oldest() {
        return Optional.ofNullable(jdbc.queryForObject("select min(minute) from rollup_due", Long.class))
                .map(Instant::ofEpochMilli);
    }

    /** One bucket of a series. */
    record Minute(long seriesId, Instant start) {}
}
