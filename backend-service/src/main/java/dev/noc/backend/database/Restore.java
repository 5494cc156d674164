package dev.noc.backend.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;

/** Puts a backup in the place of the database, in two steps: whatever is wrong with it shows before noc is stopped. */
final class Restore {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int CHUNK = 1 << 16;

    private final SqliteFile file;
    private final SqliteFile received;

    Restore(SqliteFile file) {
        this.file = file;
        this.received = new SqliteFile(file.sibling(".restore.tmp"), "The backup");
    }

    /** Takes a backup of so many bytes and checks it; returns its schema's version, or refuses and leaves nothing. */
    MigrationVersion receive(InputStream in, long bytes) throws IOException {
        discard();
        NoRoom.refuse(file.folder(), bytes);
        try {
            write(in, bytes);
            var version = Inspection.versionOf(received);
            if (version.equals(MigrationVersion.EMPTY)) {
                throw DatabaseRefusal.empty(received);
            }
            Inspection.requireWhole(received);
            return version;
        } catch (IOException | RuntimeException e) {
            discard();
            throw e;
        }
    }

    /** Makes what was received the database; noc must not run. Returns where the one before is kept. */
    Path putInPlace(Instant now) throws IOException {
        if (!Files.exists(received.path())) {
            throw new DatabaseRefusal("There is no backup to put in place.", "Give one: scripts/restore.sh FILE", null);
        }
        var aside = new SqliteFile(file.sibling(".replaced-" + TIME.format(now)));
        for (var suffix : List.of("", SqliteFile.WAL, SqliteFile.SHARED_MEMORY)) {
            var from = file.sibling(suffix);
            if (Files.exists(from)) {
                Files.move(from, aside.sibling(suffix));
            }
        }
        Files.move(received.path(), file.path(), StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(file.folder())) {
            folder.force(true);
        }
        return aside.path();
    }

    void discard() throws IOException {
        Files.deleteIfExists(received.path());
    }

    private void write(InputStream in, long bytes) throws IOException {
        try (var from = Channels.newChannel(in);
                var to = FileChannel.open(received.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.allocate(CHUNK);
            while (from.read(buffer) >= 0) {
                buffer.flip();
                to.write(buffer);
                buffer.clear();
            }
            to.force(true);
            if (to.size() != bytes) {
                throw new DatabaseRefusal(
                        "Only %d of %d bytes of the backup came.".formatted(to.size(), bytes), "Try again.", null);
            }
        }
    }
}
