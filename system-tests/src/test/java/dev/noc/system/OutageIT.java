package dev.noc.system;

import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noc.system.machine.Docker;
import dev.noc.system.machine.Need;
import dev.noc.system.machine.Needs;
import dev.noc.system.noc.Round;
import dev.noc.system.noc.Stack;
import dev.noc.system.noc.StackExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The backend dies without a warning, stays away for a minute, and comes back. */
@Needs({Need.ENGINE, Need.NAMESPACES})
@ExtendWith(StackExtension.class)
class OutageIT {

    private static final Duration AWAY = ofSeconds(60);
    private static final Duration INTERVAL = ofSeconds(10);

    // A change of the targets may move a round by half an interval; where one is missing, the gap is two intervals.
    private static final Duration TOLERANCE = ofSeconds(6);

    /** A container that takes the address of one that is away. */
    private static final String SQUATTER = "network-squatter";

    private final Stack noc;

    OutageIT(Stack noc) {
        this.noc = noc;
    }

    @Test
    void leavesNoRoundMissingAndNoneDoubled() {
        awaitRoundsAfter(Instant.now(), ofSeconds(90));
        var killed = Instant.now();
        Docker.run("kill", "--signal", "KILL", "network-backend");
        await("the backend stays away")
                .during(AWAY)
                .atMost(AWAY.plusSeconds(5))
                .until(() -> !Docker.isRunning("network-backend"));
        noc.checkout().script("start-app.sh").succeed();
        var back = Instant.now();
        awaitRoundsAfter(back, ofSeconds(60));

        var times = timesByTarget(noc.rounds(), killed.minus(INTERVAL.multipliedBy(2)));

        assertThat(times).containsOnlyKeys("google-dns", "cloudflare-dns", "quad9-dns");
        assertThat(times).allSatisfy((target, all) -> {
            assertThat(gaps(all))
                    .allSatisfy(gap -> assertThat(gap).isBetween(INTERVAL.minus(TOLERANCE), INTERVAL.plus(TOLERANCE)));
            assertThat(all)
                    .filteredOn(time -> time.isAfter(killed) && time.isBefore(back))
                    .hasSizeGreaterThanOrEqualTo(6);
        });
    }

    @Test
    void endsAlsoWhereTheBackendComesBackAtAnotherAddress() {
        var before = address();
        try {
            noc.withoutBackend(() -> Docker.run(
                    "run",
                    "--detach",
                    "--name",
                    SQUATTER,
                    "--network",
                    "noc-net",
                    "--label",
                    "com.docker.compose.project=noc",
                    "--entrypoint",
                    "sleep",
                    "network-frontend:latest",
                    "300"));
            assertThat(address()).isNotEqualTo(before);

            awaitRoundsAfter(Instant.now(), ofSeconds(25));
        } finally {
            Docker.run("rm", "--force", SQUATTER);
        }
    }

    private static String address() {
        return Docker.inspect("network-backend")
                .at("/NetworkSettings/Networks/noc-net/IPAddress")
                .asString();
    }

    /** Once the newest round is there all are: the probe sends the oldest first. */
    private void awaitRoundsAfter(Instant time, Duration patience) {
        await("a new round of every target")
                .atMost(patience)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(noc.api().targets())
                        .hasSize(3)
                        .allSatisfy(target -> assertThat(target.lastChecked()).isAfter(time)));
    }

    private static Map<String, List<Instant>> timesByTarget(List<Round> rounds, Instant since) {
        return rounds.stream()
                .filter(round ->
                        round.probe().equals("network-probe") && round.time().isAfter(since))
                .collect(groupingBy(Round::target, mapping(Round::time, toList())));
    }

    private static List<Duration> gaps(List<Instant> times) {
        return IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
                .toList();
    }
}
