package dev.noc.backend.status;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** One row for each pair of target and probe, in SQL that SQLite and PostgreSQL both understand. */
@Repository
class StandingStore {

    private static final String SELECT =
            "select target_id, probe, status, since, silent_since, last_time from standing";

    private static final String SAVE = """
            insert into standing (target_id, probe, status, since, silent_since, last_time) values (?, ?, ?, ?, ?, ?)
            on conflict (target_id, probe) do update set
                status = excluded.status, since = excluded.since,
                silent_since = excluded.silent_since, last_time = excluded.last_time
            """;

    private final JdbcTemplate jdbc;

    StandingStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Standing> findAll() {
        return jdbc.query(SELECT + " order by target_id, probe", StandingStore::toStanding);
    }

    /** Returns the standings of these targets seen from a probe, by target; the caller may change the map. */
    Map<String, Standing> find(String probe, List<String> targetIds) {
        var list = String.join(",", Collections.nCopies(targetIds.size(), "?"));
        var parameters = Stream.concat(Stream.of(probe), targetIds.stream()).toArray();
        return jdbc
                .query(
                        SELECT + " where probe = ? and target_id in (" + list + ")",
                        StandingStore::toStanding,
                        parameters)
                .stream()
                .collect(toMap(Standing::targetId, identity(), (one, other) -> one, HashMap::new));
    }

    void save(Collection<Standing> standings) {
        jdbc.batchUpdate(SAVE, standings, Math.max(1, standings.size()), StandingStore::bind);
    }

    private static void bind(PreparedStatement save, Standing standing) throws SQLException {
        save.setString(1, standing.targetId());
        save.setString(2, standing.probe());
        save.setString(3, standing.status().name());
        save.setLong(4, standing.since().toEpochMilli());
        var silentSince = standing.silentSince();
        if (silentSince == null) {
            save.setNull(5, Types.BIGINT);
        } else {
            save.setLong(5, silentSince.toEpochMilli());
        }
        save.setLong(6, standing.lastTime().toEpochMilli());
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
}
