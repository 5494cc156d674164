package dev.noc.backend.probe;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row for each probe, in SQL that SQLite and PostgreSQL both understand. */
@Repository
class PresenceStore {

    private static final String COLUMNS =
            "id, last_seen, address, instance, replaced_instance, replaced_seen, conflict_seen";

    private final JdbcClient jdbc;

    PresenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Presence> findAll() {
        return jdbc.sql("select " + COLUMNS + " from probe order by id")
                .query(PresenceStore::toPresence)
                .list();
    }

    Optional<Presence> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from probe where id = :id")
                .param("id", id)
                .query(PresenceStore::toPresence)
                .optional();
    }

    void save(Presence presence) {
        jdbc.sql("""
                        insert into probe (%s)
                        values (:id, :lastSeen, :address, :instance, :replacedInstance, :replacedSeen, :conflictSeen)
                        on conflict (id) do update set
                            last_seen = excluded.last_seen, address = excluded.address, instance = excluded.instance,
                            replaced_instance = excluded.replaced_instance, replaced_seen = excluded.replaced_seen,
                            conflict_seen = excluded.conflict_seen
                        """.formatted(COLUMNS))
                .param("id", presence.id())
                .param("lastSeen", presence.lastSeen().toEpochMilli())
                .param("address", presence.address())
                .param("instance", presence.instance())
                .param("replacedInstance", presence.replacedInstance())
                .param("replacedSeen", toMillis(presence.replacedSeen()))
                .param("conflictSeen", toMillis(presence.conflictSeen()))
                .update();
    }

    private static Presence toPresence(ResultSet row, int index) throws SQLException {
        return new Presence(
                row.getString("id"),
                Instant.ofEpochMilli(row.getLong("last_seen")),
                row.getString("address"),
                row.getString("instance"),
                row.getString("replaced_instance"),
                toInstant(row, "replaced_seen"),
                toInstant(row, "conflict_seen"));
    }

    private static @Nullable Instant toInstant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long toMillis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }
}
