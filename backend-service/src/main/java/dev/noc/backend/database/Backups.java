package dev.noc.backend.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Copies of the database for whoever keeps them elsewhere: one at a time, whichever process makes it. */
final class Backups {

    private final SqliteFile file;

    Backups(SqliteFile file) {
        this.file = file;
    }

    /** Makes a copy that is there until it is closed. */
    Backup make() throws IOException {
        var lock = lock();
        if (lock == null) {
            throw new BackupRunning();
        }
        try {
            Snapshot.copy(file, copy());
            return new Backup(copy(), lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Removes what a process left that was killed while it made a backup. */
    void clearAway() throws IOException {
        try (var lock = lock()) {
            if (lock != null) {
                Snapshot.remove(new SqliteFile(copy()));
            }
        }
    }

    private Path copy() {
        return file.sibling(".backup.tmp");
    }

    /** The system gives the lock back when a process ends, however that happens. The empty file stays. */
    private @Nullable FileChannel lock() throws IOException {
        var channel =
                FileChannel.open(file.sibling(".backup.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it.
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? channel : null;
    }

    /**
     * A copy of the database that is known to be whole.
     *
     * @param lock keeps others from making one meanwhile
     */
    record Backup(Path path, FileChannel lock) implements AutoCloseable {

        long size() throws IOException {
            return Files.size(path);
        }

        @Override
        public void close() throws IOException {
            try (lock) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Another backup has not ended yet. */
    static class BackupRunning extends DatabaseRefusal {

        BackupRunning() {
            super("Another backup is being made or fetched.", "Wait until it has ended, then try again.", null);
        }
    }
}
