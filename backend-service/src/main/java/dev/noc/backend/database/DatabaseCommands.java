package dev.noc.backend.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;

/** What the program does with its database instead of serving it, whether another process serves it or not. */
public final class DatabaseCommands {

    private static final List<String> NAMES = List.of("backup", "check", "receive", "restore");
    private static final String DEFAULT_PATH = "/data/monitoring.db";

    private final SqliteFile file;
    private final InputStream in;
    private final OutputStream out;
    private final PrintStream messages;
    private final Clock clock;

    DatabaseCommands(SqliteFile file, InputStream in, OutputStream out, PrintStream messages, Clock clock) {
        this.file = file;
        this.in = in;
        this.out = out;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whether the program was started for one of these, such as {@code backup}. */
    public static boolean isNamedBy(String[] arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /** Does it with the database that the environment names, and returns the status to end with. */
    public static int run(String[] arguments) {
        LoggingSystem.get(DatabaseCommands.class.getClassLoader())
                .beforeInitialize(); // libraries log nothing from here on
        var messages = arguments[0].equals("backup") ? System.err : System.out; // where the backup itself does not go
        try {
            var file = new SqliteFile(pathIn(System.getenv()));
            new DatabaseCommands(file, System.in, System.out, messages, Clock.systemUTC()).execute(arguments);
            return 0;
        } catch (DatabaseRefusal refusal) {
            System.err.printf("error: %s%n       %s%n", refusal.getMessage(), refusal.remedy());
        } catch (IOException | RuntimeException e) {
            System.err.printf("error: %s%n", e);
        }
        return 1;
    }

    static Path pathIn(Map<String, String> environment) {
        if (!environment.getOrDefault("DATABASE_URL", "").isBlank()) {
            throw new DatabaseRefusal(
                    "noc keeps its data in a database server (DATABASE_URL).",
                    "Use PostgreSQL's own programs: pg_dump, pg_restore, pg_amcheck.",
                    null);
        }
        var path = environment.getOrDefault("DATABASE_PATH", "");
        return Path.of(path.isBlank() ? DEFAULT_PATH : path);
    }

    void execute(String... arguments) throws IOException {
        switch (arguments[0]) {
            case "backup" -> backup();
            case "check" -> check(arguments.length > 1 ? Long.valueOf(arguments[1]) : null);
            case "receive" -> new Restore(file).receive(in, Long.parseLong(arguments[1]));
            case "restore" -> restore();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private void backup() throws IOException {
        requireThere();
        try (var backup = new Backups(file).make();
                var digest = new DigestOutputStream(out, sha256())) {
            Files.copy(backup.path(), digest);
            digest.flush();
            messages.println("sha256 "
                    + HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        }
    }

    /** Checks the database, or a backup of so many bytes. */
    private void check(@Nullable Long bytes) throws IOException {
        MigrationVersion version;
        if (bytes == null) {
            requireThere();
            version = Inspection.versionOf(file);
            Inspection.requireWhole(file);
        } else {
            var copy = new Restore(new SqliteFile(file.sibling(".check")));
            version = copy.receive(in, bytes);
            copy.discard();
        }
        messages.printf(
                "%s is whole: %s, schema %s of %s.%n",
                bytes == null ? file.path() : "The backup",
                Sizes.inWords(bytes == null ? Snapshot.sizeOf(file) : bytes),
                version,
                Schema.newest());
    }

    private void restore() throws IOException {
        boolean replaces = Files.exists(file.path());
        var aside = new Restore(file).putInPlace(clock.instant());
        if (replaces) {
            messages.printf("The database that was there is kept: %s%n", aside);
        }
    }

    private void requireThere() {
        if (!Files.exists(file.path())) {
            throw new DatabaseRefusal(
                    "There is no database %s yet.".formatted(file.path()),
                    "Start noc, which makes it, or restore a backup.",
                    null);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
