package dev.noc.backend;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** SQLite files as a new installation has them. */
public final class Sqlite {

    private Sqlite() {}

    public static SQLiteDataSource migrated(Path folder) {
        return migrated(folder, "latest");
    }

    /** Returns the database as a version of it was, such as {@code 1}. */
    public static SQLiteDataSource migrated(Path folder, String version) {
        var settings = new SQLiteConfig();
        settings.enforceForeignKeys(true);
        var database = new SQLiteDataSource(settings);
        database.setUrl("jdbc:sqlite:" + folder.resolve("monitoring.db"));
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/sqlite")
                .target(version)
                .load()
                .migrate();
        return database;
    }
}
