package dev.noc.backend.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row for each pair of target and probe, in SQL that SQLite and PostgreSQL both understand. */
@Repository
class StandingStore {

    private static final String SELECT =
            "select target_id, probe, status, since, silent_since, last_time from standing";

    private final JdbcClient jdbc;

    StandingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Standing> findAll() {
        return jdbc.sql(SELECT + " order by target_id, probe")
                .query(StandingStore::toStanding)
                .list();
    }

    Optional<Standing> find(String targetId, String probe) {
        return jdbc.sql(SELECT + " where target_id = :target and probe = :probe")
                .param("target", targetId)
                .param("probe", probe)
                .query(StandingStore::toStanding)
                .optional();
    }

    void save(Standing standing) {
        jdbc.sql("""
                        insert into standing (target_id, probe, status, since, silent_since, last_time)
                        values (:target, :probe, :status, :since, :silentSince, :lastTime)
                        on conflict (target_id, probe) do update set
                            status = excluded.status, since = excluded.since,
                            silent_since = excluded.silent_since, last_time = excluded.last_time
                        """)
                .param("target", standing.targetId())
                .param("probe", standing.probe())
                .param("status", standing.status().name())
                .param("since", standing.since().toEpochMilli())
                .param("silentSince", toMillis(standing.silentSince()))
                .param("lastTime", standing.lastTime().toEpochMilli())
                .update();
    }

    private static Standing toStanding(ResultSet row, int index) throws SQLException {
        long silentSince = row.getLong("silent_since");
        boolean answering = row.wasNull();
        return new Standing(
                row.getString("target_id"),
                row.getString("probe"),
                Status.valueOf(row.getString("status")),
                Instant.ofEpochMilli(row.getLong("since")),
                answering ? null : Instant.ofEpochMilli(silentSince),
                Instant.ofEpochMilli(row.getLong("last_time")));
    }

    private static @Nullable Long toMillis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }
}
