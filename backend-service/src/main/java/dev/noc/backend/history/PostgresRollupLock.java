package dev.noc.backend.history;

import dev.noc.backend.database.OnPostgres;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** One <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">advisory lock</a>. */
@Component
@OnPostgres
class PostgresRollupLock implements RollupLock {

    /** "noc" and a number: whatever else uses the database takes another. */
    private static final long KEY = 0x6e6f6301;

    private final JdbcTemplate jdbc;

    PostgresRollupLock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void share() {
        jdbc.query("select pg_advisory_xact_lock_shared(?)", row -> {}, KEY);
    }

    @Override
    public void own() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, KEY);
    }
}
