package db.migration.sqlite;

import dev.noc.backend.result.SampleBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;

/** Names each pair of target and probe by a number, and keeps samples as bytes, which take far less room than text. */
@SuppressWarnings("IdentifierName") // Flyway reads the version in it
public class V3__series_and_rounds extends BaseJavaMigration {

    private static final String SERIES = """
            create table series (
                id integer primary key autoincrement, -- a number is never used again
                target_id text not null references target (id) on delete cascade,
                probe text not null,
                unique (target_id, probe)
            )
            """;

    private static final String ROUND = """
            -- Clustered by its key, so that a range of one series is one sequential read.
            create table round (
                series_id integer not null references series (id) on delete cascade,
                time integer not null, -- when it began; milliseconds since 1970, UTC
                samples blob not null, -- as SampleBytes writes them
                detail text, -- JSON object: 'error' with 'scope' and 'reason', and 'attributes'; null: neither
                primary key (series_id, time)
            ) without rowid
            """;

    private static final String NAME_SERIES =
            "insert into series (target_id, probe) select distinct target_id, probe from result order by 1, 2";

    /** Members that are null are left out by json_patch. */
    private static final String OLD = """
            select series.id, result.time, result.rtt_millis,
                case when result.error_scope is not null or result.attributes is not null then
                    json_patch('{}', json_object(
                        'error', case when result.error_scope is not null then
                            json_object('scope', result.error_scope, 'reason', result.error_reason) end,
                        'attributes', json(result.attributes))) end
            from series cross join result
            where result.target_id = series.target_id and result.probe = series.probe
            order by series.id, result.time
            """;

    private static final String NEW = "insert into round (series_id, time, samples, detail) values (?, ?, ?, ?)";
    private static final String NO_SAMPLES = "-";
    private static final int BATCH = 1_000;

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        execute(connection, SERIES);
        execute(connection, ROUND);
        execute(connection, NAME_SERIES);
        move(connection);
        execute(connection, "drop table result");
    }

    /** One row after the other, in the order in which they are stored: any number of them takes little memory. */
    private static void move(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery(OLD);
                var insert = connection.prepareStatement(NEW)) {
            int waiting = 0;
            while (rows.next()) {
                add(rows, insert);
                if (++waiting == BATCH) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        }
    }

    private static void add(ResultSet row, PreparedStatement insert) throws SQLException {
        insert.setLong(1, row.getLong(1));
        insert.setLong(2, row.getLong(2));
        insert.setBytes(3, SampleBytes.write(samples(row.getString(3))));
        insert.setString(4, row.getString(4));
        insert.addBatch();
    }

    /** The old form: {@code 11.9,,12.4} is two round-trip times in milliseconds with a loss between them. */
    private static List<@Nullable Double> samples(String text) {
        var samples = new ArrayList<@Nullable Double>();
        if (!text.equals(NO_SAMPLES)) {
            for (var sample : text.split(",", -1)) {
                samples.add(sample.isEmpty() ? null : Double.valueOf(sample));
            }
        }
        return samples;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
