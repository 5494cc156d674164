package dev.noc.system;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noc.system.machine.Need;
import dev.noc.system.machine.Needs;
import dev.noc.system.noc.LocalNoc;
import dev.noc.system.noc.Round;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** A thousand results a second, while probe and backend are killed twenty times at moments that nobody chose. */
@Needs({Need.NAMESPACES, Need.CURL})
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 15, unit = TimeUnit.MINUTES) // twenty starts, of which each waits until all is ready
class KillsIT {

    private static final int KILLS = 20;
    private static final int TARGETS = 1_000;

    /** What the probe logs once results are on its disk, with every result in it. */
    private static final Pattern KEPT = Pattern.compile("Result\\[target=([^,]+), time=([^,]+), ");

    private final LocalNoc noc = LocalNoc.prepare();
    private final Random random = new Random();
    private final List<String> victims = new ArrayList<>();
    private final Set<String> kept = new HashSet<>();

    @AfterAll
    void close() {
        noc.close();
    }

    @Test
    void loseAndDoubleNothing() throws IOException {
        var settings = settings();
        noc.startWith(settings);
        for (int kill = 0; kill < KILLS; kill++) {
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(500, 3_000)).toNanos()); // no moment is chosen
            var victim = random.nextBoolean() ? "probe" : "backend";
            victims.add(victim);
            kill(victim);
            noc.startWith(settings);
        }
        noc.stop();
        collectWhatWasKept();
        noc.startWith(Map.of());
        await("the backend has everything").atMost(Duration.ofMinutes(2)).until(this::nothingWaits);
        noc.stop();

        var stored = new HashMap<String, Integer>();
        noc.rounds().forEach(round -> stored.merge(key(round), 1, Integer::sum));
        assertThat(kept).hasSizeGreaterThan(KILLS * TARGETS);
        assertThat(new HashSet<>(stored.values()))
                .as("how often each result is there")
                .containsExactly(1);
        kept.removeAll(stored.keySet());
        assertThat(kept).as("lost after killing %s", victims).isEmpty();
    }

    private Map<String, String> settings() throws IOException {
        var file = noc.path("targets.yaml");
        var targets = IntStream.range(0, TARGETS)
                .mapToObj(i -> "  - {name: t%d, address: 127.1.%d.%d, intervalMillis: 1000}"
                        .formatted(i, i / 250, 1 + i % 250))
                .collect(joining("\n", "targets:\n", "\n"));
        Files.writeString(file, targets);
        return Map.of("TARGETS_FILE", file.toString(), "LOGGING_LEVEL_DEV_NOC_PROBE_SPOOL", "trace");
    }

    private void kill(String service) throws IOException {
        var process = ProcessHandle.of(noc.pid(service)).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        if (service.equals("probe")) {
            collectWhatWasKept(); // the next start begins another log
        }
    }

    private void collectWhatWasKept() throws IOException {
        var results = KEPT.matcher(Files.readString(noc.path("data/logs/probe.log")));
        while (results.find()) {
            kept.add(key(results.group(1), Instant.parse(results.group(2))));
        }
    }

    private boolean nothingWaits() {
        return noc.probe().get("/actuator/prometheus").body().contains("\nnoc_spool_results 0.0\n");
    }

    private static String key(Round round) {
        return key(round.target(), round.time());
    }

    private static String key(String target, Instant time) {
        return target + " " + time;
    }
}
