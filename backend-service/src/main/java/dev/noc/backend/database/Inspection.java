package dev.noc.backend.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.MigrationVersion;

/** Looks into a file and changes nothing in it. */
final class Inspection {

    private static final String HISTORY = "flyway_schema_history";

    private Inspection() {}

    /** The version of its schema, the empty one where it has no tables yet; refuses what is not noc's or newer than this program. */
    static MigrationVersion versionOf(SqliteFile file) {
        try (var connection = file.openToRead()) {
            var version = versionIn(connection, file);
            var newest = Schema.newest();
            if (version.isNewerThan(newest)) {
                throw DatabaseRefusal.newer(file.name(), version, newest);
            }
            return version;
        } catch (SQLException e) {
            throw DatabaseRefusal.unreadable(file, e);
        }
    }

    /**
     * Reads all of it, and refuses it if anything does not fit together.
     *
     * @see <a href="https://www.sqlite.org/pragma.html#pragma_integrity_check">integrity_check</a>
     */
    static void requireWhole(SqliteFile file) {
        try (var connection = file.openToRead()) {
            var findings = texts(connection, "pragma integrity_check");
            if (findings.equals(List.of("ok"))) {
                findings = texts(
                        connection,
                        "select \"table\" || ': ' || count(*) || ' rows refer to what is not there in ' || parent"
                                + " from pragma_foreign_key_check group by \"table\", parent");
            }
            if (!findings.isEmpty()) {
                throw DatabaseRefusal.damaged(file, findings);
            }
        } catch (SQLException e) {
            throw DatabaseRefusal.damaged(file, List.of(Objects.requireNonNullElse(e.getMessage(), "?")));
        }
    }

    private static MigrationVersion versionIn(Connection connection, SqliteFile file) throws SQLException {
        var tables = texts(connection, "select name from sqlite_schema where type = 'table'");
        if (tables.isEmpty()) {
            return MigrationVersion.EMPTY;
        }
        if (!tables.contains(HISTORY)) {
            throw DatabaseRefusal.foreign(file);
        }
        return texts(connection, "select version from " + HISTORY + " where success and version is not null").stream()
                .map(MigrationVersion::fromVersion)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
