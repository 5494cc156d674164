package dev.noc.backend.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ShrinkChoreTest {

    @TempDir
    Path folder;

    @Test
    void fileShrinksWhenWhatIsInItGoes() throws Exception {
        var database = Sqlite.migrated(folder);
        var jdbc = new JdbcTemplate(database);
        var chore = new ShrinkChore(jdbc, new TransactionTemplate(new JdbcTransactionManager(database)));
        jdbc.execute("create table big (content blob)");
        jdbc.update("insert into big values (zeroblob(16000000))");
        long before = size();
        jdbc.execute("drop table big");

        while (chore.doSome()) {
            assertThat(size()).isLessThanOrEqualTo(before);
        }

        assertThat(before).isGreaterThan(16_000_000);
        assertThat(size()).isLessThan(6_000_000);
    }

    private long size() throws Exception {
        return Files.size(folder.resolve("monitoring.db"));
    }
}
