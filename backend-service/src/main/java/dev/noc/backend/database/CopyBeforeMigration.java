package dev.noc.backend.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Keeps a copy of what an older version stored, beside the database, before that is changed for this version. */
@Component
class CopyBeforeMigration implements FlywayMigrationStrategy {

    private static final Logger log = LoggerFactory.getLogger(CopyBeforeMigration.class);
    private static final int KEPT = 2;

    private final @Nullable SqliteFile file;

    CopyBeforeMigration(ObjectProvider<SqliteFile> file) {
        this.file = file.getIfAvailable();
    }

    @Override
    public void migrate(Flyway flyway) {
        var info = flyway.info();
        requireKnown(info.all());
        var current = info.current();
        var pending = info.pending();
        if (file == null || current == null || pending.length == 0) {
            flyway.migrate();
        } else {
            migrate(flyway, file, current.getVersion(), pending[pending.length - 1].getVersion());
        }
    }

    private static void migrate(Flyway flyway, SqliteFile file, MigrationVersion from, MigrationVersion to) {
        var copy = file.sibling(".v%s-before-v%s".formatted(from, to));
        try {
            log.info("The database is of version {}: copying it to {} before it becomes version {}", from, copy, to);
            keep(file, copy);
            flyway.migrate();
            log.info("The database is of version {} now; once all is well, {} may be deleted", to, copy);
            copies(file).stream().skip(KEPT).forEach(CopyBeforeMigration::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FlywayException e) {
            throw DatabaseRefusal.migrationFailed(file, copy, e);
        }
    }

    /** Under its name there is always a whole copy, or none. */
    private static void keep(SqliteFile file, Path copy) throws IOException {
        var unfinished = file.sibling(".before.tmp");
        Snapshot.copy(file, unfinished);
        Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The newest first. */
    private static List<Path> copies(SqliteFile file) throws IOException {
        var pattern = file.path().getFileName() + ".v*-before-v*";
        try (var found = Files.newDirectoryStream(file.folder(), pattern)) {
            var copies = new ArrayList<Path>();
            found.forEach(copies::add);
            copies.sort(Comparator.comparingLong((Path copy) -> copy.toFile().lastModified())
                    .reversed());
            return copies;
        }
    }

    private static void delete(Path copy) {
        try {
            Files.delete(copy);
            log.info("Deleted {}: newer copies are kept", copy);
        } catch (IOException e) {
            log.warn("{} cannot be deleted ({}). Delete it by hand", copy, e.toString());
        }
    }

    /** A file was looked at before; a database server is asked here. */
    private static void requireKnown(MigrationInfo[] all) {
        var newest = newest(all, false);
        var found = newest(all, true);
        if (found.isNewerThan(newest)) {
            throw DatabaseRefusal.newer("The database", found, newest);
        }
    }

    private static MigrationVersion newest(MigrationInfo[] all, boolean applied) {
        return Arrays.stream(all)
                .filter(migration -> applied
                        ? migration.getState().isApplied()
                        : migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
    }
}
