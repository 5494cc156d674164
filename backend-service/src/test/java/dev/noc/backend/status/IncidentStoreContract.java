package dev.noc.backend.status;

import static dev.noc.backend.status.Rows.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.status.Incident.Proof;
import dev.noc.backend.status.Incident.Votes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every database must do with incidents. One small subclass for each database says how to reach it. */
abstract class IncidentStoreContract {

    private static final String GOOGLE = "google-dns";
    private static final String QUAD9 = "quad9-dns";

    private JdbcTemplate jdbc;
    private IncidentStore store;

    /** Returns a migrated database, with the default targets and no incidents. */
    abstract JdbcTemplate emptyDatabase();

    @BeforeEach
    void open() {
        jdbc = emptyDatabase();
        store = new IncidentStore(JdbcClient.create(jdbc));
    }

    @Test
    void findsWhatItInserted() {
        var proof =
                new Proof(evidence(0, '5'), evidence(10, '0'), evidence(20, '0'), evidence(30, 'x'), evidence(40, '3'));
        var votes = new Votes(List.of("attic", "office"), List.of("home"));

        var kept = store.insert(new KeptIncident(
                new Incident(0, GOOGLE, at(10), at(40), Status.DOWN, "No answer: ü", 4, true, proof, votes), true));

        assertThat(kept.incident().id()).isPositive();
        assertThat(store.find(kept.incident().id())).contains(kept.incident());
        assertThat(store.since(Map.of(GOOGLE, Instant.EPOCH))).isEqualTo(Map.of(GOOGLE, List.of(kept)));
    }

    @Test
    void findsNoneThatIsNotThere() {
        assertThat(store.find(1)).isEmpty();
    }

    @Test
    void neverGivesAnIdTwice() {
        var first = insert(GOOGLE, 10, null);
        store.delete(List.of(first));

        assertThat(insert(GOOGLE, 10, null).incident().id())
                .isGreaterThan(first.incident().id());
    }

    @Test
    void returnsTheNewestFirstAndNoMoreThanAreAskedFor() {
        var second = insert(GOOGLE, 20, null);
        var first = insert(QUAD9, 10, 15);
        var third = insert(GOOGLE, 20, null);

        assertThat(find(null, null, null, null, 9)).containsExactly(third, second, first);
        assertThat(find(null, null, null, null, 2)).containsExactly(third, second);
    }

    @Test
    void returnsThoseOfATargetThatAreOpenOrOver() {
        var over = insert(GOOGLE, 10, 15);
        var open = insert(GOOGLE, 20, null);
        insert(QUAD9, 30, null);

        assertThat(find(GOOGLE, null, null, null, 9)).containsExactly(open, over);
        assertThat(find(GOOGLE, true, null, null, 9)).containsExactly(open);
        assertThat(find(GOOGLE, false, null, null, 9)).containsExactly(over);
    }

    @Test
    void returnsThoseThatWentOnBetweenTwoTimes() {
        var over = insert(GOOGLE, 10, 20);
        var open = insert(GOOGLE, 30, null);

        assertThat(find(null, null, at(19), at(31), 9)).containsExactly(open, over);
        assertThat(find(null, null, at(20), null, 9)).containsExactly(open);
        assertThat(find(null, null, null, at(30), 9)).containsExactly(over);
        assertThat(find(null, null, at(20), at(30), 9)).isEmpty();
    }

    @Test
    void returnsAndCountsThoseThatAreOpen() {
        insert(GOOGLE, 10, 20);
        var announced = insert(GOOGLE, 40, null);
        var unannounced = store.insert(new KeptIncident(incident(QUAD9, 30, null, Status.DEGRADED), false));

        assertThat(store.open()).containsExactly(announced, unannounced);
        assertThat(store.countOpen()).isEqualTo(Map.of(Status.DOWN, 1, Status.DEGRADED, 1));
    }

    @Test
    void returnsThoseOfEachTargetThatWentOnAtItsTimeOrLaterOldestFirst() {
        var open = insert(GOOGLE, 30, null);
        var over = insert(GOOGLE, 10, 20);
        insert(QUAD9, 10, 20);
        var later = insert(QUAD9, 30, 40);

        assertThat(store.since(Map.of(GOOGLE, at(20), QUAD9, at(21), "cloudflare-dns", Instant.EPOCH)))
                .isEqualTo(Map.of(GOOGLE, List.of(over, open), QUAD9, List.of(later)));
    }

    @Test
    void looksForThoseOfAnyNumberOfTargets() {
        var times = new HashMap<String, Instant>();
        for (int i = 0; i < 2_000; i++) {
            times.put("target-" + i, Instant.EPOCH);
        }
        times.put(GOOGLE, Instant.EPOCH);
        times.put(QUAD9, Instant.EPOCH);
        var found = Map.of(GOOGLE, List.of(insert(GOOGLE, 10, 20)), QUAD9, List.of(insert(QUAD9, 10, null)));

        assertThat(store.since(times)).isEqualTo(found);
    }

    @Test
    void changesAllOfOneAndNothingOfTheOthers() {
        var before = insert(GOOGLE, 10, null);
        var other = insert(GOOGLE, 10, null);
        var proof = new Proof(null, evidence(5, '3'), null, null, evidence(60, '5'));
        var after = new Incident(
                before.incident().id(),
                GOOGLE,
                at(5),
                at(60),
                Status.DEGRADED,
                "Loss",
                6,
                true,
                proof,
                new Votes(List.of("attic"), List.of()));

        store.update(new KeptIncident(after, false));

        assertThat(store.since(Map.of(GOOGLE, Instant.EPOCH)).get(GOOGLE))
                .containsExactly(new KeptIncident(after, false), other);

        store.update(before);

        assertThat(store.open()).containsExactly(before, other);
    }

    @Test
    void deletesThoseThatItIsGiven() {
        var one = insert(GOOGLE, 10, null);
        var other = insert(GOOGLE, 20, null);
        var third = insert(QUAD9, 10, null);

        store.delete(List.of(one, third));

        assertThat(store.open()).containsExactly(other);
    }

    @Test
    void dropsTheIncidentsOfADeletedTarget() {
        insert(GOOGLE, 10, 20);
        var other = insert(QUAD9, 10, 20);

        jdbc.update("delete from target where id = ?", GOOGLE);

        assertThat(find(null, null, null, null, 9)).containsExactly(other);
    }

    private KeptIncident insert(String target, int from, @Nullable Integer to) {
        return store.insert(new KeptIncident(incident(target, from, to, Status.DOWN), true));
    }

    /** Returns them as they are kept: each of them was announced. */
    private List<KeptIncident> find(
            @Nullable String target, @Nullable Boolean open, @Nullable Instant from, @Nullable Instant to, int limit) {
        return store.find(new IncidentQuestion(target, open, from, to, limit)).stream()
                .map(incident -> new KeptIncident(incident, true))
                .toList();
    }

    private static Incident incident(String target, int from, @Nullable Integer to, Status worst) {
        return new Incident(
                0,
                target,
                at(from),
                to == null ? null : at(to),
                worst,
                "No answer",
                1,
                false,
                new Proof(evidence(from - 10, '5'), evidence(from, '0'), null, null, null),
                new Votes(List.of("office"), List.of()));
    }

    private static Evidence evidence(int second, char kind) {
        return Evidence.of(Rows.round(GOOGLE, "office", at(second), kind));
    }
}
