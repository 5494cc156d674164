package dev.noc.probe.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * The opened spool. A damaged file is set aside; where none can be written, results wait in memory, as measuring is worth
 * more than keeping.
 *
 * @param trouble why there is no file, or null
 */
record SpoolOpening(SpoolFile file, @Nullable String trouble) {

    private static final Logger log = LoggerFactory.getLogger(SpoolOpening.class);

    static SpoolOpening in(Path folder) {
        var file = folder.resolve("spool.db");
        try {
            Files.createDirectories(folder);
            return new SpoolOpening(openOrSetAside(file), null);
        } catch (SQLException | IOException e) {
            log.warn(
                    "There is no spool in {} ({}). Results wait in memory, and are lost when the probe ends."
                            + " Make PROBE_DATA a folder of its own that this user may write to.",
                    folder,
                    e.toString());
            return new SpoolOpening(inMemory(), "results wait in memory only: " + e);
        }
    }

    private static SpoolFile openOrSetAside(Path file) throws SQLException, IOException {
        try {
            return SpoolFile.open(file);
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw e;
            }
            var aside = setAside(file);
            log.error("The spool {} is damaged ({}). It is now {}, and a new one begins.", file, e.getMessage(), aside);
            return SpoolFile.open(file);
        }
    }

    private static boolean isDamage(SQLException e) {
        return e.getErrorCode() == SQLiteErrorCode.SQLITE_CORRUPT.code
                || e.getErrorCode() == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private static Path setAside(Path file) throws IOException {
        var aside = file.resolveSibling(file.getFileName() + ".damaged");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
        return aside;
    }

    private static SpoolFile inMemory() {
        try {
            return SpoolFile.inMemory();
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite cannot be used on this host: " + e.getMessage(), e);
        }
    }
}
