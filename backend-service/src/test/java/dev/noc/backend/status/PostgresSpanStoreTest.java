package dev.noc.backend.status;

import dev.noc.backend.postgres.NeedsPostgres;
import dev.noc.backend.postgres.Postgres;
import org.springframework.jdbc.core.JdbcTemplate;

@NeedsPostgres
class PostgresSpanStoreTest extends SpanStoreContract {

    @Override
    JdbcTemplate emptyDatabase() {
        return new JdbcTemplate(Postgres.migrated());
    }
}
