package dev.noc.system;

import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noc.system.machine.Docker;
import dev.noc.system.machine.Need;
import dev.noc.system.machine.Needs;
import dev.noc.system.noc.Api;
import dev.noc.system.noc.Overview.Target;
import dev.noc.system.noc.Stack;
import dev.noc.system.noc.StackExtension;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** noc in containers, from the first script to what its probe sees. */
@Needs({Need.ENGINE, Need.NAMESPACES})
@ExtendWith(StackExtension.class)
class ContainersIT {

    private final Stack noc;

    ContainersIT(Stack noc) {
        this.noc = noc;
    }

    @Test
    void arePreparedStepByStep() {
        assertThat(noc.prepared().lines())
                .containsSubsequence(
                        "Preparing app...",
                        "Creating network: noc-net",
                        "Creating volume: noc-data",
                        "Building probe image...",
                        "Building backend image...",
                        "Building frontend image...",
                        "Setup complete!");
    }

    @Test
    void areStartedInTheOrderInWhichTheyNeedEachOther() {
        assertThat(noc.started().lines())
                .containsSubsequence(
                        "Running app...",
                        "Starting backend container...",
                        "Starting frontend container...",
                        "Starting probe container...",
                        "The app is available at http://localhost:5000");
    }

    @Test
    void areAccompaniedByEveryObserverWhoseImageIsThere() {
        assertThat(List.of("prometheus", "grafana")).allSatisfy(observer -> {
            var runs = noc.containers().contains("network-" + observer);
            var isLeftOut = noc.started().lines().stream()
                    .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith(observer + " is left out: its image"));
            assertThat(runs).as("%s runs", observer).isNotEqualTo(isLeftOut);
        });
    }

    @Test
    void seeEveryTargetUpWithAPlausibleLatency() {
        await("three targets are UP")
                .atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(api().targets())
                        .hasSize(3)
                        .extracting(Target::status)
                        .containsOnly("UP"));
        assertThat(api().targets()).allSatisfy(target -> {
            assertThat(target.latencyMillis()).as(target.id()).isPositive().isLessThan(100);
            assertThat(target.reachable()).isTrue();
        });
    }

    @Test
    void seeASilentHostDownAndUpAgainWithin25SecondsEach() {
        awaitStatus("UP", ofSeconds(60));
        awaitARound(); // from here it is longest until the second round without an answer

        noc.internet().silence("9.9.9.9");
        try {
            awaitStatus("DOWN", ofSeconds(25));
            assertThat(api().target("quad9-dns").reachable()).isFalse();
            assertThat(api().target("quad9-dns").lossPercent()).isEqualTo(100);
            assertThat(api().target("google-dns").status()).isEqualTo("UP");
        } finally {
            noc.internet().revive("9.9.9.9");
        }

        awaitStatus("UP", ofSeconds(25));
    }

    @Test
    void keepTheirHistoryWhenTheyAreStoppedAndStarted() {
        var before = noc.rounds();
        assertThat(before).isNotEmpty();

        assertThat(noc.checkout().script("stop-app.sh").succeed().lines())
                .containsSubsequence(
                        "Stopping app...",
                        "Stopping probe container...",
                        "Stopping frontend container...",
                        "Stopping backend container...",
                        "All containers stopped.");
        assertThat(noc.containers()).isNotEmpty().noneMatch(Docker::isRunning);
        noc.checkout().script("start-app.sh").succeed();

        assertThat(noc.rounds()).containsAll(before);
        awaitStatus("UP", ofSeconds(60));
    }

    @Test
    void areLeftAloneByASecondStart() {
        var before = startTimes();

        assertThat(noc.checkout().script("start-app.sh").succeed().lines()).contains("noc runs already.");

        assertThat(startTimes()).isEqualTo(before);
    }

    private static List<String> startTimes() {
        return Stack.TRIO.stream()
                .map(container ->
                        Docker.inspect(container).at("/State/StartedAt").asString())
                .toList();
    }

    private void awaitARound() {
        var last = requireNonNull(api().target("quad9-dns").lastChecked());
        await("another round")
                .atMost(ofSeconds(60))
                .until(() -> !last.equals(api().target("quad9-dns").lastChecked()));
    }

    private void awaitStatus(String status, Duration patience) {
        await("quad9-dns is " + status)
                .atMost(patience)
                .untilAsserted(
                        () -> assertThat(api().target("quad9-dns").status()).isEqualTo(status));
    }

    private Api api() {
        return noc.api();
    }

    @Nested
    class TakeAReportByHandThat extends ReportContract {

        @Override
        Api api() {
            return noc.api();
        }

        @Override
        String token() {
            return noc.token();
        }
    }
}
