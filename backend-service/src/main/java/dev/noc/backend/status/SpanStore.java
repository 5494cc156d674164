package dev.noc.backend.status;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.noc.backend.result.Series;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The statuses that each series had, in SQL that SQLite and PostgreSQL both understand. */
@Repository
class SpanStore {

    private static final String COLUMNS =
            "span.series_id, span.decided, span.began, span.era_start, span.status, span.cause, span.evidence";

    private static final String INSERT =
            "insert into span (series_id, decided, began, era_start, status, cause, evidence) values (?, ?, ?, ?, ?, ?, ?)";

    private static final String DELETE = "delete from span where series_id = ? and decided = ?";

    private static final int MAX_SERIES = 1_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcTemplate jdbc;

    SpanStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns what holds last, for each of these series that has something. */
    Map<Series, Span> newest(Collection<Series> series) {
        var byId = series.stream().collect(toMap(Series::id, identity()));
        var newest = new HashMap<Series, Span>();
        jdbc.query("""
                select %s from span
                where span.decided = (select max(other.decided) from span other where other.series_id = span.series_id)
                """.formatted(COLUMNS), row -> {
            @Nullable Series found = byId.get(row.getLong("series_id"));
            if (found != null) {
                newest.put(found, toSpan(row));
            }
        });
        return newest;
    }

    /**
     * Returns, for each series, the spans that were decided from a time on and the one before them, in the order of their
     * decisions. One statement for all of them; a series that has none is not there.
     */
    Map<Series, List<Span>> since(Map<Series, Instant> times) {
        var spans = new HashMap<Series, List<Span>>();
        times.entrySet().stream().gather(Gatherers.windowFixed(MAX_SERIES)).forEach(some -> addSince(some, spans));
        return spans;
    }

    private void addSince(List<Map.Entry<Series, Instant>> times, Map<Series, List<Span>> spans) {
        var byId = times.stream().map(Map.Entry::getKey).collect(toMap(Series::id, identity()));
        var sql = """
                with wanted (series_id, time) as (values %s)
                select %s from wanted cross join span
                where span.series_id = wanted.series_id and span.decided >= coalesce(
                    (select max(earlier.decided) from span earlier
                     where earlier.series_id = wanted.series_id and earlier.decided < wanted.time), wanted.time)
                order by span.series_id, span.decided
                """.formatted(String.join(",", Collections.nCopies(times.size(), "(?, ?)")), COLUMNS);
        var parameters = times.stream()
                .flatMap(time ->
                        Stream.<Object>of(time.getKey().id(), time.getValue().toEpochMilli()))
                .toArray();
        jdbc.query(
                sql,
                row -> {
                    var found = byId.get(row.getLong("series_id"));
                    spans.computeIfAbsent(found, none -> new ArrayList<>()).add(toSpan(row));
                },
                parameters);
    }

    /** Changes the spans of many series in two batches. */
    void apply(Collection<SpanChange> changes) {
        var gone = changes.stream()
                .flatMap(change -> change.gone().stream().map(span -> new Row(change.series(), span)))
                .toList();
        var begun = changes.stream()
                .flatMap(change -> change.begun().stream().map(span -> new Row(change.series(), span)))
                .toList();
        if (!gone.isEmpty()) {
            jdbc.batchUpdate(DELETE, gone, gone.size(), (delete, row) -> {
                delete.setLong(1, row.series().id());
                delete.setLong(2, row.span().decided().toEpochMilli());
            });
        }
        if (!begun.isEmpty()) {
            jdbc.batchUpdate(INSERT, begun, begun.size(), SpanStore::bind);
        }
    }

    private static void bind(PreparedStatement insert, Row row) throws SQLException {
        var span = row.span();
        insert.setLong(1, row.series().id());
        insert.setLong(2, span.decided().toEpochMilli());
        insert.setLong(3, span.start().toEpochMilli());
        insert.setLong(4, span.eraStart().toEpochMilli());
        insert.setString(5, span.status().name());
        insert.setString(6, span.cause());
        insert.setString(7, JSON.writeValueAsString(new Rounds(span.before(), span.first())));
    }

    private static Span toSpan(ResultSet row) throws SQLException {
        @Nullable String text = row.getString("evidence");
        var rounds = text == null ? new Rounds(null, null) : JSON.readValue(text, Rounds.class);
        return new Span(
                Instant.ofEpochMilli(row.getLong("began")),
                Instant.ofEpochMilli(row.getLong("decided")),
                Instant.ofEpochMilli(row.getLong("era_start")),
                Status.valueOf(row.getString("status")),
                row.getString("cause"),
                rounds.before(),
                rounds.first());
    }

    private record Row(Series series, Span span) {}

    /** The column {@code evidence}. */
    private record Rounds(
            @Nullable Evidence before, @Nullable Evidence first) {}
}
