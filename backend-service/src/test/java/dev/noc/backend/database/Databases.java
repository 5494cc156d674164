package dev.noc.backend.database;

import dev.noc.backend.Sqlite;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;
import org.sqlite.SQLiteDataSource;

/** Files as people may have them. */
final class Databases {

    private static final int PAGE = 4_096;

    private Databases() {}

    static SqliteFile in(Path folder) {
        return new SqliteFile(folder.resolve("monitoring.db"));
    }

    /** As noc leaves it when it ends, with targets enough to fill some pages. */
    static SqliteFile filled(Path folder, String version) {
        var jdbc = new JdbcTemplate(Sqlite.migrated(folder, version));
        jdbc.queryForObject("pragma journal_mode = wal", String.class);
        jdbc.update("""
                with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 2000)
                insert into target (id, name, address, check_kind, enabled, tags, provisioned, version)
                select 't' || n, 'Target ' || n, '192.0.2.1', 'icmp', true, '', false, 0 from numbers""");
        return in(folder);
    }

    /** Any file of SQLite's, with these statements in it. */
    static SqliteFile with(Path folder, String... statements) {
        jdbc(folder.resolve("monitoring.db")).batchUpdate(statements);
        return in(folder);
    }

    static JdbcTemplate jdbc(Path file) {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return new JdbcTemplate(source);
    }

    /** Writes nonsense over the pages behind the first so many. */
    static void damage(SqliteFile file, int pages) throws IOException {
        try (var bytes = new RandomAccessFile(file.path().toFile(), "rw")) {
            bytes.seek((long) pages * PAGE);
            while (bytes.getFilePointer() < bytes.length() - PAGE) {
                bytes.write(new byte[] {13, 1, 2, 3, 4, 5, 6, 7, 8, 9});
            }
        }
    }
}
