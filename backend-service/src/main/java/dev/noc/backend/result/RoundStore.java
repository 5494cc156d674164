package dev.noc.backend.result;

import dev.noc.protocol.ResultError;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The append-only table of rounds, in plain SQL that SQLite and PostgreSQL both understand. */
@Repository
class RoundStore {

    private static final String COLUMNS = "target_id, probe, time, rtt_millis, error_scope, error_reason";
    private static final String INSERT =
            "insert into result (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?) on conflict do nothing";
    private static final String FIND =
            "select " + COLUMNS + " from result where target_id = ? and probe = ? and time = ?";

    private final JdbcTemplate jdbc;

    RoundStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores what is not there yet and returns just that, in the given order. */
    List<Round> append(List<Round> rounds) {
        var added = new ArrayList<Round>();
        if (!rounds.isEmpty()) {
            int[] stored = jdbc.batchUpdate(INSERT, rounds, rounds.size(), RoundStore::bind)[0];
            for (int i = 0; i < stored.length; i++) {
                if (stored[i] > 0) {
                    added.add(rounds.get(i));
                }
            }
        }
        return added;
    }

    Optional<Round> find(String targetId, String probe, Instant time) {
        return jdbc.query(FIND, RoundStore::toRound, targetId, probe, time.toEpochMilli()).stream()
                .findFirst();
    }

    private static void bind(PreparedStatement insert, Round round) throws SQLException {
        var error = round.error();
        insert.setString(1, round.targetId());
        insert.setString(2, round.probe());
        insert.setLong(3, round.time().toEpochMilli());
        insert.setString(4, SampleText.write(round.rttMillis()));
        insert.setString(5, error == null ? null : error.scope());
        insert.setString(6, error == null ? null : error.reason());
    }

    private static Round toRound(ResultSet row, int index) throws SQLException {
        return new Round(
                row.getString("target_id"),
                row.getString("probe"),
                Instant.ofEpochMilli(row.getLong("time")),
                SampleText.read(row.getString("rtt_millis")),
                toError(row.getString("error_scope"), row.getString("error_reason")));
    }

    private static @Nullable ResultError toError(@Nullable String scope, @Nullable String reason) {
        return scope == null || reason == null ? null : new ResultError(scope, reason);
    }
}
