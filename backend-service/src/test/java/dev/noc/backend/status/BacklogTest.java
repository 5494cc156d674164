package dev.noc.backend.status;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import dev.noc.backend.SettableClock;
import dev.noc.backend.result.Round;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BackendTest
class BacklogTest {

    private static final List<String> MANY =
            IntStream.range(0, 30).mapToObj("backlog-%d"::formatted).toList();

    private static final List<String> FEW = MANY.subList(0, 3);

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    Backlog backlog;

    @Autowired
    UnjudgedStore unjudged;

    @Autowired
    IncidentStore incidents;

    @Autowired
    Standings standings;

    @Autowired
    StandingLoader start;

    @Autowired
    VigilThread thread;

    @BeforeEach
    void judgeByHand() {
        thread.stop();
        MANY.forEach(id ->
                api.post("/api/v1/targets", """
                {"name": "%s", "address": "192.0.2.1"}""".formatted(id)).expectStatus().isCreated());
        report(MANY, 5.0, 0);
    }

    @AfterEach
    void forget() {
        MANY.forEach(id -> api.delete("/api/v1/targets/" + id));
        thread.start();
    }

    @Test
    void lateRoundsOfManyTargetsWaitToBeJudgedTogether() {
        report(MANY, null, 60);
        report(MANY, null, 50);
        assertThat(unjudged.series()).hasSize(MANY.size());
        assertThat(incidents()).isEmpty();

        backlog.judge();

        assertThat(unjudged.series()).isEmpty();
        assertThat(incidents()).containsExactlyInAnyOrderElementsOf(MANY);
        assertThat(status(MANY.getLast())).isEqualTo(Status.UP);
    }

    @Test
    void lateRoundsOfAFewAreJudgedAtOnce() {
        report(FEW, null, 60);
        report(FEW, null, 50);
        assertThat(unjudged.series()).isEmpty();
        assertThat(incidents()).containsExactlyInAnyOrderElementsOf(FEW);
    }

    @Test
    void whatWaitsIsJudgedWithTheNextLateRoundOfItsTarget() {
        report(MANY, null, 60);
        report(FEW, null, 50);
        assertThat(unjudged.series()).hasSize(MANY.size() - FEW.size());
        assertThat(incidents()).containsExactlyInAnyOrderElementsOf(FEW);
    }

    @Test
    void roundsOfNowAreNotKeptWaiting() {
        report(MANY, null, 60);
        clock.advance(Duration.ofSeconds(20));
        report(MANY, null, 10);
        report(MANY, null, 0);
        assertThat(status(MANY.getFirst())).isEqualTo(Status.DOWN);
    }

    @Test
    void whatWaitsOutlastsARestart() {
        report(MANY, null, 60);
        report(MANY, null, 50);

        standings.all().clear();
        start.afterSingletonsInstantiated();
        report(MANY, 5.0, -1);
        backlog.judge();

        assertThat(unjudged.series()).isEmpty();
        assertThat(incidents()).containsExactlyInAnyOrderElementsOf(MANY);
        assertThat(status(MANY.getLast())).isEqualTo(Status.UP);
    }

    private List<String> incidents() {
        return incidents.find(new IncidentQuestion(null, null, null, null, 1_000)).stream()
                .map(Incident::targetId)
                .filter(MANY::contains)
                .toList();
    }

    private Status status(String target) {
        return Verdict.of(Standings.statuses(standings.ofTarget(target)));
    }

    /** One sample of each target; null is a loss. */
    private void report(List<String> targets, @Nullable Double sample, long secondsAgo) {
        var time = clock.instant().minusSeconds(secondsAgo);
        Map<String, List<Round>> rounds = targets.stream()
                .collect(toMap(
                        identity(),
                        id -> List.of(new Round(id, "office", time, Collections.singletonList(sample), null))));
        api.post("/metrics", Reports.json("office", rounds)).expectStatus().isAccepted();
    }
}
