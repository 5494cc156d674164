package dev.noc.backend.database;

import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** Why something is not done with a database, in one sentence, and what to do about it in another. */
public class DatabaseRefusal extends RuntimeException {

    private static final int MAX_FINDINGS = 10;

    private final String remedy;

    DatabaseRefusal(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }

    static DatabaseRefusal newer(String name, MigrationVersion version, MigrationVersion newest) {
        return new DatabaseRefusal(
                "%s is of a newer noc: its schema is version %s, this program knows %s."
                        .formatted(name, version, newest),
                "Nothing in it was changed. Start the newer noc again, or restore a backup that this one made.",
                null);
    }

    static DatabaseRefusal foreign(SqliteFile file) {
        return new DatabaseRefusal(
                "%s holds tables, but none of noc.".formatted(file.name()),
                "Nothing in it was changed. Name another file (DATABASE_PATH), or give the backup that was meant.",
                null);
    }

    static DatabaseRefusal empty(SqliteFile file) {
        return new DatabaseRefusal(
                "%s holds nothing.".formatted(file.name()), "Give a file that a backup of noc made.", null);
    }

    static DatabaseRefusal unreadable(SqliteFile file, Exception cause) {
        return new DatabaseRefusal(
                "%s cannot be read as a database (%s).".formatted(file.name(), cause.getMessage()),
                "Check whether it is the right file. A database that is damaged is replaced by a backup: scripts/restore.sh FILE",
                cause);
    }

    static DatabaseRefusal damaged(SqliteFile file, List<String> findings) {
        return new DatabaseRefusal(
                "%s is damaged: %s"
                        .formatted(
                                file.name(),
                                String.join(
                                        "; ",
                                        findings.stream().limit(MAX_FINDINGS).toList())),
                "Restore a backup (scripts/restore.sh FILE), which keeps this file aside; check the disk, too.",
                null);
    }

    static DatabaseRefusal notCopied(SqliteFile file, Exception cause) {
        return new DatabaseRefusal(
                "%s could not be copied (%s).".formatted(file.name(), cause.getMessage()),
                "Check the disk and how much room it has, then try again.",
                cause);
    }

    static DatabaseRefusal migrationFailed(SqliteFile file, Path copy, Exception cause) {
        return new DatabaseRefusal(
                "%s could not be brought to the schema of this version: %s".formatted(file.name(), cause.getMessage()),
                "What it was before is kept whole in %s. Start the noc that was used before with that as its database, and report this."
                        .formatted(copy),
                cause);
    }
}
