package dev.noc.backend.result;

import dev.noc.protocol.ResultError;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The append-only table of rounds, in plain SQL that SQLite and PostgreSQL both understand. */
@Repository
class RoundStore {

    private static final String COLUMNS = "target_id, probe, time, rtt_millis, error_scope, error_reason, attributes";
    private static final String INSERT =
            "insert into result (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    /** A statement takes 32,766 parameters at most (SQLITE_MAX_VARIABLE_NUMBER); with PostgreSQL, 65,535. */
    private static final int MAX_KEYS = 1_000;

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

    List<Round> find(Collection<RoundKey> keys) {
        return keys.stream()
                .gather(Gatherers.windowFixed(MAX_KEYS))
                .flatMap(some -> findSome(some).stream())
                .toList();
    }

    /** The order of the join is told, or SQLite would look at every round: it has no index for a list of keys. */
    private List<Round> findSome(List<RoundKey> keys) {
        var sql = """
                with wanted (target_id, probe, time) as (values %s)
                select result.* from wanted cross join result
                where result.target_id = wanted.target_id and result.probe = wanted.probe and result.time = wanted.time
                """.formatted(String.join(",", Collections.nCopies(keys.size(), "(?, ?, ?)")));
        var parameters = keys.stream()
                .flatMap(key -> Stream.<Object>of(
                        key.targetId(), key.probe(), key.time().toEpochMilli()))
                .toArray();
        return jdbc.query(sql, RoundStore::toRound, parameters);
    }

    private static void bind(PreparedStatement insert, Round round) throws SQLException {
        var error = round.error();
        insert.setString(1, round.targetId());
        insert.setString(2, round.probe());
        insert.setLong(3, round.time().toEpochMilli());
        insert.setString(4, SampleText.write(round.rttMillis()));
        insert.setString(5, error == null ? null : error.scope());
        insert.setString(6, error == null ? null : error.reason());
        insert.setString(7, AttributeText.write(round.attributes()));
    }

    private static Round toRound(ResultSet row, int index) throws SQLException {
        return new Round(
                row.getString("target_id"),
                row.getString("probe"),
                Instant.ofEpochMilli(row.getLong("time")),
                SampleText.read(row.getString("rtt_millis")),
                toError(row.getString("error_scope"), row.getString("error_reason")),
                AttributeText.read(row.getString("attributes")));
    }

    private static @Nullable ResultError toError(@Nullable String scope, @Nullable String reason) {
        return scope == null || reason == null ? null : new ResultError(scope, reason);
    }
}
