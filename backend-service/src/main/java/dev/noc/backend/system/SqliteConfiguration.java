package dev.noc.backend.system;

import com.zaxxer.hikari.HikariDataSource;
import dev.noc.backend.database.OnSqlite;
import dev.noc.backend.database.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** SQLite as a server wants it: readers never wait, and writers wait for each other instead of failing. */
@Configuration(proxyBeanMethods = false)
@OnSqlite
class SqliteConfiguration {

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    @Bean
    SqliteFile sqliteFile(DatabaseProperties database) {
        refuseLogin(database);
        var file = new SqliteFile(database.path());
        requireFolder(file.path());
        file.requireFit();
        return file;
    }

    @Bean
    HikariDataSource dataSource(SqliteFile file, Storage storage) {
        var sqlite = new SQLiteDataSource(settings());
        sqlite.setUrl("jdbc:sqlite:" + file.path());
        var pool = DatabasePool.named("sqlite");
        pool.setDataSource(sqlite);
        pool.setExceptionOverride(new RolledBackBySqlite(storage));
        return pool;
    }

    @Bean
    JpaTransactionManager transactionManager() {
        return new OneWriter();
    }

    private static SQLiteConfig settings() {
        var settings = new SQLiteConfig();
        settings.setJournalMode(JournalMode.WAL);
        // What a probe was told to be stored it forgets, so that must survive a power cut.
        settings.setSynchronous(SynchronousMode.FULL);
        settings.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        // A transaction takes the write lock as it begins: one that has read already could not wait for it.
        settings.setTransactionMode(TransactionMode.IMMEDIATE);
        settings.enforceForeignKeys(true);
        return settings;
    }

    /** Whoever set these believes that the data goes to a server. */
    private static void refuseLogin(DatabaseProperties database) {
        if (!database.user().isBlank() || !database.password().isBlank() || database.passwordFile() != null) {
            throw new InvalidConfigurationPropertyValueException(
                    "noc.database.url (DATABASE_URL)",
                    "",
                    "DATABASE_USER, DATABASE_PASSWORD and DATABASE_PASSWORD_FILE are for a server, and none is named."
                            + " Name it, such as jdbc:postgresql://db:5432/noc, or unset them to keep the data in SQLite.");
        }
    }

    private static void requireFolder(Path path) {
        var folder = path.getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw refuse(path, "its folder cannot be made (%s)".formatted(e));
        }
        if (!Files.isWritable(folder) || Files.isDirectory(path)) {
            throw refuse(path, "it cannot be written as user %s".formatted(System.getProperty("user.name")));
        }
    }

    private static InvalidConfigurationPropertyValueException refuse(Path path, String why) {
        return new InvalidConfigurationPropertyValueException(
                "noc.database.path (DATABASE_PATH)", path, why + ". Make its folder writable, or name another file.");
    }
}
