package dev.noc.backend.status;

import dev.noc.backend.Sqlite;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class SqliteSpanStoreTest extends SpanStoreContract {

    @TempDir
    Path folder;

    @Override
    JdbcTemplate emptyDatabase() {
        return new JdbcTemplate(Sqlite.migrated(folder));
    }
}
