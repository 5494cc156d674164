package dev.noc.backend.status;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How much of its time a target was up. */
class AvailabilityApiTest extends WatchedTargetTest {

    @Test
    void addsUpToItsWindow() {
        target.live("office", "5".repeat(30) + "0".repeat(12) + "5".repeat(18));
        clock.advance(Duration.ofSeconds(9));

        var found = api.get("/api/v1/targets/%s/availability?from=%s&to=%s"
                        .formatted(WatchedTarget.ID, target.time(-60), target.time(600)))
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
    void hasTheUsualWindowsAtHand() {
        var found =
                api.get("/api/v1/targets/" + WatchedTarget.ID + "/availability").expectBody();

        found.jsonPath("$.windows.length()").isEqualTo(4);
        found.jsonPath("$.windows[3].window").isEqualTo("365d");
        found.jsonPath("$.windows[3].noDataMillis").isEqualTo(365L * 24 * 3_600_000);
        found.jsonPath("$.windows[3].mttrMillis").isEmpty();
    }
}
