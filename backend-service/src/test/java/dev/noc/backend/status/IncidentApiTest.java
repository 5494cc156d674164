package dev.noc.backend.status;

import static dev.noc.backend.status.Rows.at;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import dev.noc.backend.SettableClock;
import dev.noc.backend.result.Round;
import dev.noc.backend.result.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

/** In a row, each character is a round, ten seconds after the one before; see {@link Rows}. */
@BackendTest
class IncidentApiTest {

    private static final String TARGET = "incidental";

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    Vigil vigil;

    @Autowired
    VigilThread vigilThread;

    @Autowired
    IncidentStore store;

    @Autowired
    Standings standings;

    @Autowired
    ConfigurableApplicationContext context;

    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final ApplicationListener<ApplicationEvent> listener = this::hear;
    private Instant begin = Instant.EPOCH;

    @BeforeEach
    void addTarget() {
        vigilThread.stop();
        clock.advance(Duration.ofDays(2));
        begin = clock.instant();
        add("");
        context.addApplicationListener(listener);
    }

    @AfterEach
    void deleteTarget() {
        context.removeApplicationListener(listener);
        vigilThread.start();
        api.delete("/api/v1/targets/" + TARGET);
    }

    @Test
    void showsAnIncidentWithTheRoundsThatProveIt() {
        live("office", "555" + "000" + "55");

        var found = incidents("?target=" + TARGET);
        found.jsonPath("$.incidents.length()").isEqualTo(1);
        found.jsonPath("$.incidents[0].open").isEqualTo(false);
        found.jsonPath("$.incidents[0].worst").isEqualTo("DOWN");
        found.jsonPath("$.incidents[0].cause").isEqualTo("No answer");
        found.jsonPath("$.incidents[0].durationMillis").isEqualTo(30_000);
        found.jsonPath("$.incidents[0].changes").isEqualTo(2);
        found.jsonPath("$.incidents[0].flapping").isEqualTo(false);
        found.jsonPath("$.incidents[0].proof.lastGood.received").isEqualTo(5);
        found.jsonPath("$.incidents[0].proof.firstBad.received").isEqualTo(0);
        found.jsonPath("$.incidents[0].proof.firstBad.probe").isEqualTo("office");
        found.jsonPath("$.incidents[0].proof.firstGood.latencyMillis").isEqualTo(1.0);
        found.jsonPath("$.incidents[0].probes.bad[0]").isEqualTo("office");
    }

    @Test
    void tellsOfItInTheOrderInWhichItHappens() {
        live("office", "555" + "33" + "000" + "55");

        assertThat(told())
                .containsExactly(
                        "UNKNOWN -> UP, live",
                        "UP -> DEGRADED, live",
                        "opened DEGRADED, live",
                        "DEGRADED -> DOWN, live",
                        "changed DOWN, live",
                        "DOWN -> UP, live",
                        "closed DOWN, live");
    }

    @Test
    void showsOneByItsIdWhileItGoesOn() {
        live("office", "555" + "000");
        long id = only().id();

        var shown = api.get("/api/v1/incidents/" + id).expectStatus().isOk().expectBody();
        shown.jsonPath("$.target").isEqualTo(TARGET);
        shown.jsonPath("$.open").isEqualTo(true);
        shown.jsonPath("$.end").isEmpty();

        incidents("?open=true&target=" + TARGET)
                .jsonPath("$.incidents.length()")
                .isEqualTo(1);
        incidents("?open=false&target=" + TARGET)
                .jsonPath("$.incidents.length()")
                .isEqualTo(0);
        assertThat(api.get("/actuator/prometheus").returnResult(String.class).getResponseBody())
                .containsPattern("noc_incidents_open\\{status=\"DOWN\"} [1-9]");
    }

    @Test
    void findsThoseThatWentOnAtATime() {
        live("office", "555" + "000" + "55");

        incidents("?target=%s&from=%s&to=%s".formatted(TARGET, time(40), time(50)))
                .jsonPath("$.incidents.length()")
                .isEqualTo(1);
        incidents("?target=%s&from=%s".formatted(TARGET, time(60)))
                .jsonPath("$.incidents.length()")
                .isEqualTo(0);
        incidents("?target=%s&to=%s".formatted(TARGET, time(30)))
                .jsonPath("$.incidents.length()")
                .isEqualTo(0);
    }

    @Test
    void lateRoundsRepairTheHistoryButRaiseNoAlarm() {
        live("office", "555" + "....." + "555");
        clock.advance(Duration.ofMinutes(10));
        events.clear();

        report("office", rounds("office", "..." + "00000"));

        assertThat(only().start()).isEqualTo(time(30));
        assertThat(only().end()).isEqualTo(time(80));
        assertThat(told()).containsExactly("closed DOWN, not live");
    }

    @Test
    void aLateRoundThatMakesItWorseReplacesItsProof() {
        live("office", "5555555" + "33" + "3..3" + "5555555");
        clock.advance(Duration.ofMinutes(10));
        var before = only();
        assertThat(before.worst()).isEqualTo(Status.DEGRADED);

        report("office", rounds("office", "5555555" + "33" + "300"));

        assertThat(only().id()).isEqualTo(before.id());
        assertThat(only().worst()).isEqualTo(Status.DOWN);
        assertThat(requireNonNull(only().proof().firstWorst()).time()).isEqualTo(time(100));
    }

    @Test
    void lateRoundsJoinTwoIncidents() {
        live("office", "5500" + "5" + ".".repeat(3) + "5".repeat(29) + "00" + "5");
        clock.advance(Duration.ofMinutes(10));
        assertThat(found()).hasSize(2);
        long first = found().getLast().id();
        events.clear();

        report("office", rounds("office", "5500" + "." + "000"));

        assertThat(only().id()).isEqualTo(first);
        assertThat(told()).contains("withdrawn DOWN").noneMatch(event -> event.endsWith(", live"));
    }

    @Test
    void lateRoundsPartAnIncident() {
        live("office", "5500" + ".".repeat(34) + "00" + "55");
        clock.advance(Duration.ofMinutes(10));
        long only = only().id();

        report("office", rounds("office", "...." + "5".repeat(34)));

        assertThat(found()).hasSize(2);
        assertThat(found().getLast().id()).isEqualTo(only);
    }

    @Test
    void whatLateRoundsToldIsAnnouncedOnceItIsPlainThatItGoesOn() {
        live("office", "555");
        clock.advance(Duration.ofMinutes(10));
        vigil.look();
        events.clear();

        report("office", rounds("office", "..." + "0".repeat(20)));
        assertThat(told()).containsExactly("opened DOWN, not live");
        vigil.look();
        assertThat(told()).hasSize(1);

        report("office", List.of(round("office", clock.instant(), '0')));
        vigil.look();
        vigil.look();

        assertThat(told()).doesNotContain("opened DOWN, live");
        clock.advance(Duration.ofSeconds(10));
        report("office", List.of(round("office", clock.instant(), '0')));
        vigil.look();
        assertThat(told())
                .contains("UNKNOWN -> DOWN, live", "opened DOWN, live")
                .doesNotHaveDuplicates();
    }

    @Test
    void timeAloneTellsThatNobodyCanTell() {
        live("office", "555" + "000");
        events.clear();

        clock.advance(Duration.ofSeconds(31));
        vigil.look();

        assertThat(told()).containsExactly("DOWN -> UNKNOWN, live");
        assertThat(only().isOpen()).isTrue();

        clock.advance(Duration.ofHours(24));
        vigil.look();

        assertThat(only().end()).isEqualTo(time(80));
    }

    @Test
    void severalProbesMustAgree() {
        live("a", "55500055");
        assertThat(found()).hasSize(1);
        report("b", rounds("b", "55555555"));

        assertThat(found()).isEmpty();

        report("c", rounds("c", "55500055"));

        assertThat(only().votes()).isEqualTo(new Incident.Votes(List.of("a", "c"), List.of("b")));
        api.get("/metrics")
                .expectBody()
                .jsonPath("$.targets[?(@.id == '%s')].probes[1].probe".formatted(TARGET))
                .isEqualTo("b");
    }

    @Test
    void aChangedThresholdHoldsFromThenOn() {
        live("office", "555" + "0");
        api.put("/api/v1/targets/" + TARGET, """
                {"name": "incidental", "address": "192.0.2.1", "downAfterRounds": 4}""").expectStatus().isOk();

        clock.advance(Duration.ofSeconds(10));
        report("office", List.of(round("office", time(40), '0'), round("office", time(50), '0')));
        assertThat(found()).isEmpty();

        report("office", List.of(round("office", time(60), '0')));
        assertThat(only().start()).isEqualTo(time(30));
    }

    @Test
    void aDeletedTargetTakesItsIncidentsAlong() {
        live("office", "555" + "000");
        long id = only().id();

        api.delete("/api/v1/targets/" + TARGET);
        vigil.look();

        api.get("/api/v1/incidents/" + id).expectStatus().isNotFound();
        add("");
        live("office", "5");
        assertThat(found()).isEmpty();
    }

    @Test
    void aSeriesThatAnotherBackendDeletedDoesNotEndTheVigil() {
        live("office", "555");
        var known = standings.ofTarget(TARGET).values().iterator().next();
        var deleted = new Series(Long.MAX_VALUE, TARGET, "attic");
        standings.put(deleted, known);
        events.clear();
        clock.advance(Duration.ofSeconds(31));

        vigil.look();

        assertThat(told()).containsExactly("UP -> UNKNOWN, live");
        assertThat(standings.ofTarget(TARGET)).hasSize(1).doesNotContainKey(deleted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/incidents?open=yes                                                | open
            /api/v1/incidents?from=yesterday                                          | from
            /api/v1/incidents?from=2026-11-20T09:00:00Z&to=2026-11-20T09:00:00Z       | to
            /api/v1/incidents?limit=0                                                 | limit
            /api/v1/incidents?targets=x                                               | targets
            /api/v1/targets/incidental/availability?from=9                            | from
            /api/v1/targets/incidental/availability?to=2999-01-01T00:00:00Z           | to
            /api/v1/targets/incidental/availability?window=24h                        | window
            """)
    void refusesWhatCannotBeAnsweredAndNamesIt(String path, String field) {
        api.get(path)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/incidents/999999999", "/api/v1/incidents/first", "/api/v1/targets/nothing/availability"})
    void tellsThatThereIsNoSuchThing(String path) {
        api.get(path)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .isNotEmpty();
    }

    @Test
    void availabilityAddsUpToItsWindow() {
        live("office", "5".repeat(30) + "0".repeat(12) + "5".repeat(18));
        clock.advance(Duration.ofSeconds(9));

        var found = api.get("/api/v1/targets/%s/availability?from=%s&to=%s".formatted(TARGET, time(-60), time(600)))
                .expectStatus()
                .isOk()
                .expectBody();
        found.jsonPath("$.windows[0].upMillis").isEqualTo(480_000);
        found.jsonPath("$.windows[0].downMillis").isEqualTo(120_000);
        found.jsonPath("$.windows[0].degradedMillis").isEqualTo(0);
        found.jsonPath("$.windows[0].noDataMillis").isEqualTo(60_000);
        found.jsonPath("$.windows[0].upPercent").isEqualTo(72.727);
        found.jsonPath("$.windows[0].incidents").isEqualTo(1);
        found.jsonPath("$.windows[0].mttrMillis").isEqualTo(120_000);
        found.jsonPath("$.windows[0].mtbfMillis").isEqualTo(480_000);
    }

    @Test
    void availabilityOfTheUsualWindowsIsAtHand() {
        var found = api.get("/api/v1/targets/" + TARGET + "/availability").expectBody();

        found.jsonPath("$.windows.length()").isEqualTo(4);
        found.jsonPath("$.windows[3].window").isEqualTo("365d");
        found.jsonPath("$.windows[3].noDataMillis").isEqualTo(365L * 24 * 3_600_000);
        found.jsonPath("$.windows[3].mttrMillis").isEmpty();
    }

    private void add(String fields) {
        api.post("/api/v1/targets", """
                {"name": "incidental", "address": "192.0.2.1"%s}""".formatted(fields)).expectStatus().isCreated();
    }

    /** Reports each round when it is over. */
    private void live(String probe, String row) {
        for (var round : rounds(probe, row)) {
            clock.advance(Duration.between(clock.instant(), round.time().plusSeconds(1)));
            report(probe, List.of(round));
        }
    }

    private List<Round> rounds(String probe, String row) {
        var shift = Duration.between(Rows.START, begin);
        var rounds = new ArrayList<Round>();
        for (var round : Rows.rounds(TARGET, probe, row)) {
            rounds.add(new Round(TARGET, probe, round.time().plus(shift), round.rttMillis(), round.error()));
        }
        return rounds;
    }

    private static Round round(String probe, Instant time, char kind) {
        return Rows.round(TARGET, probe, time, kind);
    }

    private void report(String probe, List<Round> rounds) {
        api.post("/metrics", Reports.json(TARGET, probe, rounds)).expectStatus().isAccepted();
    }

    private Instant time(int second) {
        return at(second).plus(Duration.between(Rows.START, begin));
    }

    private BodyContentSpec incidents(String query) {
        return api.get("/api/v1/incidents" + query).expectStatus().isOk().expectBody();
    }

    private List<Incident> found() {
        return store.find(new IncidentQuestion(TARGET, null, null, null, 100));
    }

    private Incident only() {
        assertThat(found()).hasSize(1);
        return found().getFirst();
    }

    private void hear(ApplicationEvent event) {
        if (event instanceof PayloadApplicationEvent<?> payload) {
            events.add(payload.getPayload());
        }
    }

    private List<String> told() {
        var told = new ArrayList<String>();
        for (var event : events) {
            switch (event) {
                case StatusChanged e -> told.add(e.before() + " -> " + e.after() + live(e.live()));
                case IncidentOpened e -> told.add("opened " + e.incident().worst() + live(e.live()));
                case IncidentChanged e -> told.add("changed " + e.incident().worst() + live(e.live()));
                case IncidentClosed e -> told.add("closed " + e.incident().worst() + live(e.live()));
                case IncidentWithdrawn e -> told.add("withdrawn " + e.incident().worst());
                default -> {}
            }
        }
        return told;
    }

    private static String live(boolean live) {
        return live ? ", live" : ", not live";
    }
}
