package dev.noc.backend.target;

import dev.noc.backend.database.OnPostgres;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps the others from writing targets, over REST too; they read on, and results are stored.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES">Table-level locks</a>
 */
@Component
@OnPostgres
class PostgresProvisioningLock implements ProvisioningLock {

    private final JdbcTemplate jdbc;

    PostgresProvisioningLock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void own() {
        jdbc.execute("lock table target in share row exclusive mode");
    }
}
