package dev.noc.backend.result;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes the table of rounds and deletes from it, in plain SQL that SQLite and PostgreSQL both understand. */
@Repository
class RoundStore {

    private static final String INSERT =
            "insert into round (series_id, time, samples, detail) values (?, ?, ?, ?) on conflict do nothing";

    /** There is no index by time alone, since it would cost as much as the rounds: each series is looked at. */
    private static final String OLD = """
            select id from series
            where exists (select 1 from round where round.series_id = series.id and round.time < ?) order by id
            """;

    private static final String DELETE = """
            delete from round where series_id = ? and time <= (
                select max(time) from (
                    select time from round where series_id = ? and time < ? order by time limit ?) as oldest)
            """;

    private final JdbcTemplate jdbc;

    RoundStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores what is not there yet. Returns the places in the list of just that. */
    BitSet append(List<SeriesRound> rounds) {
        var fresh = new BitSet(rounds.size());
        if (!rounds.isEmpty()) {
            int[] stored = jdbc.batchUpdate(INSERT, rounds, rounds.size(), RoundStore::bind)[0];
            for (int i = 0; i < stored.length; i++) {
                fresh.set(i, stored[i] > 0);
            }
        }
        return fresh;
    }

    /** Deletes at most so many rounds that began before a time, and returns how many. */
    int deleteBefore(Instant time, int limit) {
        int deleted = 0;
        for (long id : jdbc.queryForList(OLD, Long.class, time.toEpochMilli())) {
            if (deleted < limit) {
                deleted += jdbc.update(DELETE, id, id, time.toEpochMilli(), limit - deleted);
            }
        }
        return deleted;
    }

    private static void bind(PreparedStatement insert, SeriesRound stored) throws SQLException {
        var round = stored.round();
        insert.setLong(1, stored.series().id());
        insert.setLong(2, round.time().toEpochMilli());
        insert.setBytes(3, SampleBytes.write(round.rttMillis()));
        insert.setString(4, Detail.write(round));
    }
}
