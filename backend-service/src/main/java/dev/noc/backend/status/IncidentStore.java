package dev.noc.backend.status;

import dev.noc.backend.status.Incident.Proof;
import dev.noc.backend.status.Incident.Votes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The incidents, in SQL that SQLite and PostgreSQL both understand. */
@Repository
class IncidentStore {

    private static final String SELECT = """
            select incident.id, incident.target_id, incident.began, incident.ended, incident.worst, incident.cause,
                incident.changes, incident.flapping, incident.announced, incident.evidence
            """;

    private static final int MAX_TARGETS = 1_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    IncidentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Incident> find(long id) {
        return jdbc.sql(SELECT + " from incident where id = :id")
                .param("id", id)
                .query(IncidentStore::toKept)
                .optional()
                .map(KeptIncident::incident);
    }

    /** Returns the newest incidents that the question is about, newest first. */
    List<Incident> find(IncidentQuestion asked) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, @Nullable Object>();
        if (asked.targetId() != null) {
            conditions.add("target_id = :target");
            parameters.put("target", asked.targetId());
        }
        if (asked.open() != null) {
            conditions.add(asked.open() ? "ended is null" : "ended is not null");
        }
        if (asked.from() != null) {
            conditions.add("(ended is null or ended > :from)");
            parameters.put("from", asked.from().toEpochMilli());
        }
        if (asked.to() != null) {
            conditions.add("began < :to");
            parameters.put("to", asked.to().toEpochMilli());
        }
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        parameters.put("limit", asked.limit());
        return jdbc
                .sql(SELECT + " from incident" + where + " order by began desc, id desc limit :limit")
                .params(parameters)
                .query(IncidentStore::toKept)
                .list()
                .stream()
                .map(KeptIncident::incident)
                .toList();
    }

    List<KeptIncident> open() {
        return jdbc.sql(SELECT + " from incident where ended is null order by id")
                .query(IncidentStore::toKept)
                .list();
    }

    /** Returns how many are open, by the worst status that they had. */
    Map<Status, Integer> countOpen() {
        var counts = new HashMap<Status, Integer>();
        jdbc.sql("select worst, count(*) as open from incident where ended is null group by worst")
                .query(row -> {
                    counts.put(Status.valueOf(row.getString("worst")), row.getInt("open"));
                });
        return counts;
    }

    /** Returns the incidents of each target that go on at a time or began after it, oldest first, with one statement. */
    Map<String, List<KeptIncident>> since(Map<String, Instant> times) {
        var incidents = new HashMap<String, List<KeptIncident>>();
        times.entrySet().stream()
                .gather(Gatherers.windowFixed(MAX_TARGETS))
                .forEach(some -> findSince(some)
                        .forEach(kept -> incidents
                                .computeIfAbsent(kept.incident().targetId(), none -> new ArrayList<>())
                                .add(kept)));
        return incidents;
    }

    private List<KeptIncident> findSince(List<Map.Entry<String, Instant>> times) {
        var sql = "with wanted (target_id, time) as (values %s)"
                        .formatted(String.join(",", Collections.nCopies(times.size(), "(?, ?)")))
                + SELECT
                + """
                 from wanted cross join incident
                where incident.target_id = wanted.target_id
                    and (incident.ended is null or incident.ended >= wanted.time)
                order by incident.began
                """;
        var parameters = times.stream()
                .flatMap(
                        time -> Stream.<Object>of(time.getKey(), time.getValue().toEpochMilli()))
                .toList();
        return jdbc.sql(sql).params(parameters).query(IncidentStore::toKept).list();
    }

    /** Returns it with the id that it was given. */
    KeptIncident insert(KeptIncident kept) {
        long id = bind(jdbc.sql("""
                        insert into incident (target_id, began, ended, worst, cause, changes, flapping, announced, evidence)
                        values (:target, :began, :ended, :worst, :cause, :changes, :flapping, :announced, :evidence)
                        returning id
                        """), kept).query(Long.class).single();
        return new KeptIncident(kept.incident().withId(id), kept.announced());
    }

    void update(KeptIncident kept) {
        bind(jdbc.sql("""
                        update incident set target_id = :target, began = :began, ended = :ended, worst = :worst,
                            cause = :cause, changes = :changes, flapping = :flapping, announced = :announced,
                            evidence = :evidence
                        where id = :id
                        """), kept).param("id", kept.incident().id()).update();
    }

    void delete(Collection<KeptIncident> gone) {
        gone.forEach(kept -> jdbc.sql("delete from incident where id = :id")
                .param("id", kept.incident().id())
                .update());
    }

    private static StatementSpec bind(StatementSpec statement, KeptIncident kept) {
        var incident = kept.incident();
        var end = incident.end();
        return statement
                .param("target", incident.targetId())
                .param("began", incident.start().toEpochMilli())
                .param("ended", end == null ? null : end.toEpochMilli(), Types.BIGINT)
                .param("worst", incident.worst().name())
                .param("cause", incident.cause())
                .param("changes", incident.changes())
                .param("flapping", incident.flapping())
                .param("announced", kept.announced())
                .param("evidence", JSON.writeValueAsString(new Evidences(incident.proof(), incident.votes())));
    }

    private static KeptIncident toKept(ResultSet row, int index) throws SQLException {
        long ended = row.getLong("ended");
        @Nullable Instant end = row.wasNull() ? null : Instant.ofEpochMilli(ended);
        var evidence = JSON.readValue(row.getString("evidence"), Evidences.class);
        var incident = new Incident(
                row.getLong("id"),
                row.getString("target_id"),
                Instant.ofEpochMilli(row.getLong("began")),
                end,
                Status.valueOf(row.getString("worst")),
                row.getString("cause"),
                row.getInt("changes"),
                row.getBoolean("flapping"),
                evidence.proof(),
                evidence.votes());
        return new KeptIncident(incident, row.getBoolean("announced"));
    }

    /** The column {@code evidence}. */
    private record Evidences(Proof proof, Votes votes) {}
}
