package dev.noc.system.noc;

import dev.noc.system.machine.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A round as it stands in the database. */
public record Round(String target, String probe, Instant time) {

    /** Every round in a copy of noc's data folder, the oldest first; {@code copying} makes the copy. */
    static List<Round> allInCopy(Consumer<Path> copying) {
        try {
            var folder = Files.createTempDirectory("noc-data");
            try {
                copying.accept(folder);
                return allIn(folder.resolve("monitoring.db"));
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("Cannot read a copy of the database", e);
        }
    }

    private static List<Round> allIn(Path database) throws SQLException {
        var rounds = new ArrayList<Round>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select target_id, probe, time"
                        + " from round join series on series.id = round.series_id order by time")) {
            while (rows.next()) {
                rounds.add(new Round(
                        rows.getString("target_id"),
                        rows.getString("probe"),
                        Instant.ofEpochMilli(rows.getLong("time"))));
            }
        }
        return rounds;
    }
}
