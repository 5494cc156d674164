package dev.noc.probe.spool;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Results in the order of their arrival, in one SQLite file. Each method is one transaction; {@link #append} has reached the
 * disk when it returns.
 */
final class SpoolFile implements AutoCloseable {

    /** A result as the backend will read it, and when it was measured, in milliseconds since 1970. */
    record Line(long time, String json) {}

    /** Ids count up for ever, even when the file was empty in between. */
    private static final String SCHEMA = "create table if not exists waiting"
            + " (id integer primary key autoincrement, time integer not null, result text not null)";

    /** Settings hold for a connection, but for auto_vacuum, which must come before the first table. */
    private static final List<String> SETTINGS = List.of(
            "pragma auto_vacuum = incremental",
            // Nobody else may use the file, so its index of the log need not be shared memory.
            "pragma locking_mode = exclusive",
            "pragma journal_mode = wal",
            // Each commit waits for the disk: a power cut takes nothing that was said to be kept.
            "pragma synchronous = full",
            "pragma journal_size_limit = 4194304",
            "pragma cache_size = -512");

    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement find;
    private final PreparedStatement delete;
    private long size;
    private long newest;

    private SpoolFile(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        try {
            setUp();
            insert = connection.prepareStatement("insert into waiting (time, result) values (?, ?)");
            find = connection.prepareStatement(
                    "select id, result from waiting where id > ? and id <= ? order by id limit ?");
            delete = connection.prepareStatement("delete from waiting where id between ? and ?");
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static SpoolFile open(Path file) throws SQLException {
        return new SpoolFile("jdbc:sqlite:" + file);
    }

    /** What is kept there ends with the process. */
    static SpoolFile inMemory() throws SQLException {
        return new SpoolFile("jdbc:sqlite::memory:");
    }

    /** Counts all rows, which also reads the whole file: damage shows now and not later. */
    private void setUp() throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var setting : SETTINGS) {
                statement.execute(setting);
            }
            statement.execute(SCHEMA);
            size = number(statement, "select count(result) from waiting");
            newest = number(statement, "select coalesce(max(seq), 0) from sqlite_sequence");
        }
    }

    synchronized void append(List<Line> lines) throws SQLException {
        change(() -> {
            for (var line : lines) {
                insert.setLong(1, line.time());
                insert.setString(2, line.json());
                insert.addBatch();
            }
            insert.executeBatch();
            return lines.size();
        });
        newest += lines.size();
    }

    /** Returns the oldest lines whose ids are in the range, at most so many and so many bytes; one line may take more. */
    synchronized Batch find(long after, long upTo, int most, int mostBytes) throws SQLException {
        find.setLong(1, after);
        find.setLong(2, upTo);
        find.setInt(3, most);
        try (var rows = find.executeQuery()) {
            return batch(rows, mostBytes);
        } finally {
            connection.commit();
        }
    }

    private static Batch batch(ResultSet rows, int mostBytes) throws SQLException {
        var results = new ArrayList<byte[]>();
        long first = 0;
        long last = 0;
        int bytes = 0;
        while (rows.next()) {
            var result = rows.getBytes(2);
            bytes += result.length + 1;
            if (bytes > mostBytes && !results.isEmpty()) {
                break;
            }
            results.add(result);
            last = rows.getLong(1);
            first = first == 0 ? last : first;
        }
        return new Batch(first, last, results);
    }

    /** Returns how many there were. */
    synchronized int delete(long first, long last) throws SQLException {
        return change(() -> {
            delete.setLong(1, first);
            delete.setLong(2, last);
            return -delete.executeUpdate();
        });
    }

    synchronized int deleteOldest(int count) throws SQLException {
        return change("delete from waiting where id in (select id from waiting order by id limit " + count + ")");
    }

    /** Deletes from the old end as far as results are older than that. */
    synchronized int deleteBefore(long time) throws SQLException {
        return change("delete from waiting where id < coalesce((select id from waiting where time >= " + time
                + " order by id limit 1), 9223372036854775807)");
    }

    synchronized long size() {
        return size;
    }

    /** Returns the id of what was appended last, or 0. */
    synchronized long newest() {
        return newest;
    }

    /** Returns the bytes in use, without the room that deleted results left. */
    synchronized long bytes() throws SQLException {
        try (var statement = connection.createStatement()) {
            return (number(statement, "pragma page_count") - number(statement, "pragma freelist_count"))
                    * number(statement, "pragma page_size");
        } finally {
            connection.commit();
        }
    }

    /** Gives the room that deleted results left back to the file system. */
    synchronized void shrink() throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            // An update is run to its end; a query would give back one page and stop.
            statement.executeUpdate("pragma incremental_vacuum");
            statement.executeUpdate("pragma wal_checkpoint(truncate)");
        } finally {
            connection.setAutoCommit(false);
        }
    }

    private int change(String sql) throws SQLException {
        return change(() -> {
            try (var statement = connection.createStatement()) {
                return -statement.executeUpdate(sql);
            }
        });
    }

    /** Returns how many results a change added or removed. */
    private int change(Change change) throws SQLException {
        try {
            int difference = change.apply();
            connection.commit();
            size += difference;
            return Math.abs(difference);
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }

    private interface Change {
        int apply() throws SQLException;
    }
}
