package dev.noc.backend.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the API shows of incidents, and what it refuses. */
class IncidentApiTest extends WatchedTargetTest {

    @Autowired
    Vigil vigil;

    @Test
    void showsAnIncidentWithTheRoundsThatProveIt() {
        target.live("office", "555" + "000" + "55");

        var found = target.incidents("?target=" + WatchedTarget.ID);
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
    void showsOneByItsIdWhileItGoesOn() {
        target.live("office", "555" + "000");
        long id = target.only().id();

        var shown = api.get("/api/v1/incidents/" + id).expectStatus().isOk().expectBody();
        shown.jsonPath("$.target").isEqualTo(WatchedTarget.ID);
        shown.jsonPath("$.open").isEqualTo(true);
        shown.jsonPath("$.end").isEmpty();

        target.incidents("?open=true&target=" + WatchedTarget.ID)
                .jsonPath("$.incidents.length()")
                .isEqualTo(1);
        target.incidents("?open=false&target=" + WatchedTarget.ID)
                .jsonPath("$.incidents.length()")
                .isEqualTo(0);
        assertThat(api.get("/actuator/prometheus").returnResult(String.class).getResponseBody())
                .containsPattern("noc_incidents_open\\{status=\"DOWN\"} [1-9]");
    }

    @Test
    void findsThoseThatWentOnAtATime() {
        target.live("office", "555" + "000" + "55");

        target.incidents("?target=%s&from=%s&to=%s".formatted(WatchedTarget.ID, target.time(40), target.time(50)))
                .jsonPath("$.incidents.length()")
                .isEqualTo(1);
        target.incidents("?target=%s&from=%s".formatted(WatchedTarget.ID, target.time(60)))
                .jsonPath("$.incidents.length()")
                .isEqualTo(0);
        target.incidents("?target=%s&to=%s".formatted(WatchedTarget.ID, target.time(30)))
                .jsonPath("$.incidents.length()")
                .isEqualTo(0);
    }

    @Test
    void aDeletedTargetTakesItsIncidentsAlong() {
        target.live("office", "555" + "000");
        long id = target.only().id();

        api.delete("/api/v1/targets/" + WatchedTarget.ID);
        vigil.look();

        api.get("/api/v1/incidents/" + id).expectStatus().isNotFound();
        target.add();
        target.live("office", "5");
        assertThat(target.found()).isEmpty();
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
}
