package dev.noc.benchmarks.backend;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/** Inserts the rows that the Reporter's results become, with sqlite-jdbc alone: the same table, durability and batches. */
public final class BareInsert {

    private static final String INSERT = "insert into round (series_id, time, samples, detail) values (?, ?, ?, null)";

    private BareInsert() {}

    public static void main(String[] arguments) throws SQLException {
        var options = Arguments.parse(arguments);
        int batch = options.number("batch");
        int batches = options.number("batches");
        int targets = options.number("targets");
        List<Rounds> probes = new ArrayList<>();
        for (int probe = 0; probe < options.number("probes"); probe++) {
            probes.add(new Rounds(targets, System.currentTimeMillis() - Reporter.BACK_MILLIS, probe));
        }
        try (var connection = settings().createConnection("jdbc:sqlite:" + options.text("database"))) {
            createTable(connection);
            connection.setAutoCommit(false);
            long began = System.nanoTime();
            try (var insert = connection.prepareStatement(INSERT)) {
                for (int i = 0; i < batches; i++) {
                    int probe = i % probes.size();
                    add(probes.get(probe), probe * targets, batch, insert);
                    connection.commit();
                }
            }
            System.out.printf("rows %d%n", (long) batches * batch);
            System.out.printf("seconds %.3f%n", (System.nanoTime() - began) / 1e9);
        }
    }

    private static void add(Rounds rounds, int firstSeries, int count, PreparedStatement insert) throws SQLException {
        int[] samples = new int[Rounds.SAMPLES];
        for (int i = 0; i < count; i++, rounds.advance()) {
            rounds.samples(samples);
            insert.setLong(1, firstSeries + rounds.target());
            insert.setLong(2, rounds.time());
            insert.setBytes(3, Rounds.toBytes(samples));
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private static SQLiteConfig settings() {
        var settings = new SQLiteConfig();
        settings.setJournalMode(JournalMode.WAL);
        settings.setSynchronous(SynchronousMode.FULL);
        settings.setTransactionMode(TransactionMode.IMMEDIATE);
        return settings;
    }

    private static void createTable(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create table round (series_id integer not null, time integer not null, samples blob not null,
                        detail text, primary key (series_id, time)) without rowid
                    """);
        }
    }
}
