package dev.noc.backend.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** One row for each pair of target and probe, in SQL that SQLite and PostgreSQL both understand. */
@Repository
class SeriesStore {

    private static final String SELECT = "select id, target_id, probe from series";
    private static final String ORDER = " order by target_id, probe";
    private static final String INSERT =
            "insert into series (target_id, probe) select id, ? from target where id = ? on conflict do nothing";

    private final JdbcTemplate jdbc;

    SeriesStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Series> findAll() {
        return jdbc.query(SELECT + ORDER, SeriesStore::toSeries);
    }

    List<Series> ofTarget(String targetId) {
        return jdbc.query(SELECT + " where target_id = ?" + ORDER, SeriesStore::toSeries, targetId);
    }

    List<Series> ofProbe(String probe) {
        return jdbc.query(SELECT + " where probe = ?" + ORDER, SeriesStore::toSeries, probe);
    }

    Optional<Series> find(String targetId, String probe) {
        return jdbc
                .query(SELECT + " where target_id = ? and probe = ?", SeriesStore::toSeries, targetId, probe)
                .stream()
                .findAny();
    }

    /** Adds what is not there yet; not for a target that does not exist. */
    void add(String probe, Collection<String> targetIds) {
        jdbc.batchUpdate(INSERT, targetIds, targetIds.size(), (insert, targetId) -> {
            insert.setString(1, probe);
            insert.setString(2, targetId);
        });
    }

    private static Series toSeries(ResultSet row, int index) throws SQLException {
        return new Series(row.getLong("id"), row.getString("target_id"), row.getString("probe"));
    }
}
