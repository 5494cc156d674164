package dev.noc.backend.result;

import dev.noc.backend.Sqlite;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class SqliteRoundStoreTest extends RoundStoreContract {

    @TempDir
    Path folder;

    @Override
    JdbcTemplate emptyDatabase() {
        return new JdbcTemplate(Sqlite.migrated(folder));
    }
}
