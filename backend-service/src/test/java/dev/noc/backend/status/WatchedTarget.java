package dev.noc.backend.status;

import static dev.noc.backend.status.Rows.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.Api;
import dev.noc.backend.SettableClock;
import dev.noc.backend.result.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

/**
 * A target of a backend that keeps its vigil only when it is told to, what is reported of it and what is told of it. In a
 * row, each character is a round, ten seconds after the one before; see {@link Rows}.
 */
final class WatchedTarget {

    static final String ID = "incidental";

    private final Api api;
    private final SettableClock clock;
    private final VigilThread vigilThread;
    private final IncidentStore store;
    private final ConfigurableApplicationContext context;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final ApplicationListener<ApplicationEvent> listener = this::hear;
    private final Instant begin;

    private WatchedTarget(ConfigurableApplicationContext context) {
        this.context = context;
        api = context.getBean(Api.class);
        clock = context.getBean(SettableClock.class);
        vigilThread = context.getBean(VigilThread.class);
        store = context.getBean(IncidentStore.class);
        vigilThread.stop();
        clock.advance(Duration.ofDays(2));
        begin = clock.instant();
    }

    static WatchedTarget in(ConfigurableApplicationContext context) {
        var target = new WatchedTarget(context);
        target.add();
        context.addApplicationListener(target.listener);
        return target;
    }

    void add() {
        api.post("/api/v1/targets", """
                {"name": "%s", "address": "192.0.2.1"}""".formatted(ID)).expectStatus().isCreated();
    }

    void delete() {
        context.removeApplicationListener(listener);
        vigilThread.start();
        api.delete("/api/v1/targets/" + ID);
    }

    /** Reports each round when it is over. */
    void live(String probe, String row) {
        for (var round : rounds(probe, row)) {
            clock.advance(Duration.between(clock.instant(), round.time().plusSeconds(1)));
            report(probe, List.of(round));
        }
    }

    void report(String probe, List<Round> rounds) {
        api.post("/metrics", Reports.json(ID, probe, rounds)).expectStatus().isAccepted();
    }

    List<Round> rounds(String probe, String row) {
        var shift = Duration.between(Rows.START, begin);
        var rounds = new ArrayList<Round>();
        for (var round : Rows.rounds(ID, probe, row)) {
            rounds.add(new Round(ID, probe, round.time().plus(shift), round.rttMillis(), round.error()));
        }
        return rounds;
    }

    Round round(String probe, Instant time, char kind) {
        return Rows.round(ID, probe, time, kind);
    }

    /** Returns the time so many seconds after the first round of a row. */
    Instant time(int second) {
        return at(second).plus(Duration.between(Rows.START, begin));
    }

    BodyContentSpec incidents(String query) {
        return api.get("/api/v1/incidents" + query).expectStatus().isOk().expectBody();
    }

    List<Incident> found() {
        return store.find(new IncidentQuestion(ID, null, null, null, 100));
    }

    Incident only() {
        assertThat(found()).hasSize(1);
        return found().getFirst();
    }

    void forgetWhatWasTold() {
        told.clear();
    }

    /** Returns what was told of its statuses and incidents, in words. */
    List<String> told() {
        return List.copyOf(told);
    }

    private void hear(ApplicationEvent event) {
        if (event instanceof PayloadApplicationEvent<?> payload) {
            switch (payload.getPayload()) {
                case StatusChanged e -> hear(e.targetId(), e.before() + " -> " + e.after() + live(e.live()));
                case IncidentOpened e -> hear("opened ", e.incident(), live(e.live()));
                case IncidentChanged e -> hear("changed ", e.incident(), live(e.live()));
                case IncidentClosed e -> hear("closed ", e.incident(), live(e.live()));
                case IncidentWithdrawn e -> hear("withdrawn ", e.incident(), "");
                default -> {}
            }
        }
    }

    private void hear(String what, Incident incident, String live) {
        hear(incident.targetId(), what + incident.worst() + live);
    }

    /** The targets of other tests are overdue too when the clock moves on. */
    private void hear(String targetId, String words) {
        if (targetId.equals(ID)) {
            told.add(words);
        }
    }

    private static String live(boolean live) {
        return live ? ", live" : ", not live";
    }
}
