package dev.noc.backend.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/**
 * The file that SQLite keeps everything in.
 *
 * @param path an absolute path; with WAL, two more files lie beside it while it is in use
 * @param name what people are told it is
 */
public record SqliteFile(Path path, String name) {

    static final String WAL = "-wal";
    static final String SHARED_MEMORY = "-shm";

    public SqliteFile(Path path) {
        this(path.toAbsolutePath(), path.toString());
    }

    /** Refuses a file that this program cannot use, before anything in it is changed; one that is missing will do. */
    public void requireFit() {
        if (Files.exists(path)) {
            Inspection.versionOf(this);
        }
    }

    Path sibling(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    Path folder() {
        return path.resolveSibling("");
    }

    /**
     * Opens it without changing it. What has no WAL file is in use by nobody, so that no lock and no file of its own is
     * needed: SQLite would leave them behind.
     *
     * @see <a href="https://www.sqlite.org/uri.html">URI filenames</a>
     */
    Connection openToRead() throws SQLException {
        var settings = new SQLiteConfig();
        settings.setReadOnly(true);
        var immutable = Files.exists(sibling(WAL)) ? "" : "&immutable=1";
        return settings.createConnection("jdbc:sqlite:" + path.toUri() + "?mode=ro" + immutable);
    }
}
