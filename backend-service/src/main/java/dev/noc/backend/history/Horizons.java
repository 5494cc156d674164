package dev.noc.backend.history;

import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Before when what is how fine has been forgotten. What lies before its horizon must not be built anew: what it was made
 * of is not whole any more.
 */
@Repository
class Horizons {

    private final JdbcTemplate jdbc;

    Horizons(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns what is kept at least as long as this is. Ten minutes are kept as long as one, days as long as hours. */
    private static Resolution keptLike(Resolution resolution) {
        return switch (resolution) {
            case RAW -> Resolution.RAW;
            case MINUTE, TEN_MINUTES -> Resolution.MINUTE;
            case HOUR, SIX_HOURS, DAY -> Resolution.HOUR;
        };
    }

    Instant of(Resolution resolution) {
        return jdbc
                .query(
                        "select time from horizon where resolution = ?",
                        (row, index) -> Instant.ofEpochMilli(row.getLong(1)),
                        keptLike(resolution).label())
                .stream()
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    /** Moves a horizon on; it never moves back, because nothing comes back. */
    void move(Resolution resolution, Instant time) {
        jdbc.update("""
                insert into horizon (resolution, time) values (?, ?)
                on conflict (resolution) do update set time = excluded.time where excluded.time > horizon.time
                """, resolution.label(), time.toEpochMilli());
    }

    /** Returns the finest that is still there of everything from a time on. */
    Resolution finestSince(Instant time) {
        if (!time.isBefore(of(Resolution.RAW))) {
            return Resolution.RAW;
        }
        return time.isBefore(of(Resolution.MINUTE)) ? Resolution.HOUR : Resolution.MINUTE;
    }
}
