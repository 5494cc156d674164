package dev.noc.backend.result;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Reads the table of rounds. The order of each join is told, or SQLite would look at every round: it knows nothing of a list
 * of values.
 */
@Repository
class RoundReader {

    private static final String SELECT = "select round.series_id, round.time, round.samples, round.detail from ";

    private static final String FIND = SELECT + """
            wanted cross join round
            where round.series_id = wanted.series_id and round.time = wanted.time
            """;

    private static final String BETWEEN = SELECT + """
            wanted cross join round
            where round.series_id = wanted.series_id and round.time >= wanted.since and round.time < wanted.until
            order by round.series_id, round.time
            """;

    /** Where the rounds that are wanted begin is looked up once a series; then it is a range like any other. */
    private static final String STRETCH = """
            , stretch (series_id, since, until) as materialized (
                select series_id, coalesce((
                    select time from round where round.series_id = wanted.series_id and round.time < wanted.until
                    order by time desc limit 1 offset ?), 0), until
                from wanted)
            """;

    private static final String BEFORE = STRETCH + SELECT + """
            stretch cross join round
            where round.series_id = stretch.series_id and round.time >= stretch.since and round.time < stretch.until
            order by round.series_id, round.time
            """;

    private static final String PAGE =
            SELECT + "round where series_id = ? and time >= ? and time < ? order by time limit ?";

    /** A statement takes 32,766 parameters at most (SQLITE_MAX_VARIABLE_NUMBER); with PostgreSQL, 65,535. */
    private static final int MAX_ROWS = 1_000;

    private final JdbcTemplate jdbc;

    RoundReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns those that exist of the rounds of these series that began at these times. */
    List<Round> find(Map<RoundKey, Series> wanted) {
        return wanted.entrySet().stream()
                .gather(Gatherers.windowFixed(MAX_ROWS))
                .flatMap(some -> findSome(some).stream())
                .toList();
    }

    List<Round> page(Series series, Instant from, Instant to, int limit) {
        return jdbc.query(
                PAGE, (row, index) -> toRound(series, row), series.id(), from.toEpochMilli(), to.toEpochMilli(), limit);
    }

    /** Returns the rounds of each window, oldest first; those of windows of one series together. */
    Map<Series, List<Round>> between(Collection<Window> windows) {
        var found = new LinkedHashMap<Series, List<Round>>();
        windows.stream().gather(Gatherers.windowFixed(MAX_ROWS)).forEach(some -> {
            var parameters = some.stream()
                    .<Object>mapMulti((window, each) -> {
                        each.accept(window.series().id());
                        each.accept(window.from().toEpochMilli());
                        each.accept(window.to().toEpochMilli());
                    })
                    .toList();
            read(
                            wanted("series_id, since, until", some.size()) + BETWEEN,
                            parameters,
                            some.stream().map(Window::series))
                    .forEach((series, rounds) -> found.computeIfAbsent(series, none -> new ArrayList<>())
                            .addAll(rounds));
        });
        return found;
    }

    /** Returns the newest rounds of each series before a time, oldest first, at most so many of each. */
    Map<Series, List<Round>> before(Map<Series, Instant> times, int limit) {
        var found = new LinkedHashMap<Series, List<Round>>();
        times.entrySet().stream().gather(Gatherers.windowFixed(MAX_ROWS)).forEach(some -> {
            var parameters = new ArrayList<Object>();
            some.forEach(entry -> {
                parameters.add(entry.getKey().id());
                parameters.add(entry.getValue().toEpochMilli());
            });
            parameters.add(limit - 1);
            found.putAll(read(
                    wanted("series_id, until", some.size()) + BEFORE,
                    parameters,
                    some.stream().map(Map.Entry::getKey)));
        });
        return found;
    }

    private List<Round> findSome(List<Map.Entry<RoundKey, Series>> wanted) {
        var parameters = new ArrayList<Object>();
        wanted.forEach(entry -> {
            parameters.add(entry.getValue().id());
            parameters.add(entry.getKey().time().toEpochMilli());
        });
        var sql = wanted("series_id, time", wanted.size()) + FIND;
        return read(sql, parameters, wanted.stream().map(Map.Entry::getValue)).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private Map<Series, List<Round>> read(String sql, List<Object> parameters, Stream<Series> wanted) {
        var byId = wanted.distinct().collect(toMap(Series::id, identity()));
        var found = new LinkedHashMap<Series, List<Round>>();
        jdbc.query(
                sql,
                row -> {
                    var series = Objects.requireNonNull(byId.get(row.getLong("series_id")));
                    found.computeIfAbsent(series, none -> new ArrayList<>()).add(toRound(series, row));
                },
                parameters.toArray());
        return found;
    }

    /** Begins a statement with a table of parameters. */
    private static String wanted(String columns, int rows) {
        var row = columns.replaceAll("\\w+", "?");
        return "with wanted (%s) as (values %s) "
                .formatted(columns, String.join(",", Collections.nCopies(rows, "(" + row + ")")));
    }

    private static Round toRound(Series series, ResultSet row) throws SQLException {
        var detail = Detail.read(row.getString("detail"));
        return new Round(
                series.targetId(),
                series.probe(),
                Instant.ofEpochMilli(row.getLong("time")),
                SampleBytes.read(row.getBytes("samples")),
                detail.error(),
                detail.attributesOrNone());
    }
}
