package dev.noc.backend.result;

import dev.noc.backend.postgres.NeedsPostgres;
import dev.noc.backend.postgres.Postgres;
import org.springframework.jdbc.core.JdbcTemplate;

@NeedsPostgres
class PostgresRoundStoreTest extends RoundStoreContract {

    @Override
    JdbcTemplate emptyDatabase() {
        return new JdbcTemplate(Postgres.migrated());
    }
}
