package dev.noc.backend.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.core.DB.ProgressObserver;

/**
 * Copies a database as it is at one moment, while others go on writing.
 *
 * @see <a href="https://www.sqlite.org/backup.html">Using the SQLite online backup API</a>
 */
final class Snapshot {

    private static final int PAGES_A_STEP = 1_024;

    private Snapshot() {}

    /** Makes {@code to}, which is one file without a WAL and known to be whole, or refuses and leaves nothing. */
    static void copy(SqliteFile from, Path to) throws IOException {
        NoRoom.refuse(from.folder(), sizeOf(from));
        var copy = new SqliteFile(to);
        remove(copy);
        try {
            copyPages(from, copy);
            makeOneFile(copy);
            Inspection.requireWhole(copy);
        } catch (SQLException e) {
            remove(copy);
            throw DatabaseRefusal.notCopied(from, e);
        } catch (RuntimeException e) {
            remove(copy);
            throw e;
        }
    }

    /** Removes what is left of a copy that was not finished. */
    static void remove(SqliteFile copy) throws IOException {
        Files.deleteIfExists(copy.path());
        Files.deleteIfExists(copy.sibling("-journal"));
    }

    /** What the WAL holds may be pages that the file does not have yet. */
    static long sizeOf(SqliteFile file) throws IOException {
        var wal = file.sibling(SqliteFile.WAL);
        return Files.size(file.path()) + (Files.exists(wal) ? Files.size(wal) : 0);
    }

    /** In one read transaction: a copy in steps would begin anew with every page that another connection writes. */
    private static void copyPages(SqliteFile from, SqliteFile to) throws SQLException {
        try (var connection = from.openToRead()) {
            begin(connection);
            int code = connection
                    .unwrap(SQLiteConnection.class)
                    .getDatabase()
                    .backup("main", to.path().toString(), new Considerate(), 0, 0, PAGES_A_STEP);
            if (code != SQLiteErrorCode.SQLITE_OK.code) {
                throw new SQLException(SQLiteErrorCode.getErrorCode(code).toString(), null, code);
            }
        }
    }

    private static void begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("begin");
            statement.executeQuery("select count(*) from sqlite_schema").close();
        }
    }

    private static void makeOneFile(SqliteFile copy) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy.path());
                var statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = delete");
        }
    }

    /** Rests as long as each step took: half of the disk is for those who measure. */
    private static final class Considerate implements ProgressObserver {

        private long restedUntil = System.nanoTime();

        @Override
        public void progress(int pagesLeft, int pages) {
            long now = System.nanoTime();
            if (pagesLeft > 0) {
                LockSupport.parkNanos(now - restedUntil);
            }
            restedUntil = System.nanoTime();
        }
    }
}
