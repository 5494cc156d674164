package dev.noc.backend.history;

import dev.noc.backend.result.Round;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which rounds came when those of their time were forgotten, in SQL that SQLite and PostgreSQL both understand. */
@Repository
class StragglerStore {

    private final JdbcTemplate jdbc;

    StragglerStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes the rounds of a series and returns those that had not been noted before. */
    List<Round> note(long seriesId, List<Round> rounds, Instant now) {
        int[] noted = jdbc.batchUpdate(
                        "insert into straggler (series_id, time, noted) values (?, ?, ?) on conflict do nothing",
                        rounds,
                        Math.max(1, rounds.size()),
                        (insert, round) -> {
                            insert.setLong(1, seriesId);
                            insert.setLong(2, round.time().toEpochMilli());
                            insert.setLong(3, now.toEpochMilli());
                        })[0];
        var added = new ArrayList<Round>();
        for (int i = 0; i < noted.length; i++) {
            if (noted[i] > 0) {
                added.add(rounds.get(i));
            }
        }
        return added;
    }

    void forget(Instant before) {
        jdbc.update("delete from straggler where noted < ?", before.toEpochMilli());
    }
}
