package dev.noc.backend.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an incident is told of, and by whose rounds. */
class JudgeTest extends WatchedTargetTest {

    @Test
    void tellsOfAnIncidentInTheOrderInWhichItHappens() {
        target.live("office", "555" + "33" + "000" + "55");

        assertThat(target.told())
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
    void wantsSeveralProbesToAgree() {
        target.live("a", "55500055");
        assertThat(target.found()).hasSize(1);
        target.report("b", target.rounds("b", "55555555"));

        assertThat(target.found()).isEmpty();

        target.report("c", target.rounds("c", "55500055"));

        assertThat(target.only().votes()).isEqualTo(new Incident.Votes(List.of("a", "c"), List.of("b")));
        api.get("/metrics")
                .expectBody()
                .jsonPath("$.targets[?(@.id == '%s')].probes[1].probe".formatted(WatchedTarget.ID))
                .isEqualTo("b");
    }

    @Test
    void keepsToAChangedThresholdFromThenOn() {
        target.live("office", "555" + "0");
        api.put("/api/v1/targets/" + WatchedTarget.ID, """
                {"name": "incidental", "address": "192.0.2.1", "downAfterRounds": 4}""").expectStatus().isOk();

        clock.advance(Duration.ofSeconds(10));
        target.report(
                "office",
                List.of(target.round("office", target.time(40), '0'), target.round("office", target.time(50), '0')));
        assertThat(target.found()).isEmpty();

        target.report("office", List.of(target.round("office", target.time(60), '0')));
        assertThat(target.only().start()).isEqualTo(target.time(30));
    }
}
