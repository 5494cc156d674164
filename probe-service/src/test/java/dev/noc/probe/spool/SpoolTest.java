package dev.noc.probe.spool;

import static dev.noc.probe.spool.Spools.add;
import static dev.noc.probe.spool.Spools.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

@ExtendWith(OutputCaptureExtension.class)
@Timeout(30)
class SpoolTest {

    private static final int ALL = 1 << 30;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @TempDir
    Path dir;

    @Test
    void keepsResultsUntilTheyAreRemovedWhoeverStopsInBetween(CapturedOutput output) throws Exception {
        try (var spool = Spools.in(dir)) {
            add(spool, 0, 5);
            spool.remove(oldest(spool, 2));
        }
        try (var spool = Spools.in(dir)) {
            assertThat(numbers(oldest(spool, 10))).containsExactly(2, 3, 4);
            assertThat(output).containsOnlyOnce("3 results wait from before this start.");
        }
    }

    @Test
    void letsTheOldestGoWhenItIsFullAndSaysSoOnce(CapturedOutput output) throws Exception {
        try (var spool = Spools.bounded(dir, DataSize.ofMegabytes(1), registry)) {
            for (int n = 0; n < 20_000; n += 1_000) {
                add(spool, n, n + 1_000);
            }
            var kept = numbers(oldest(spool, ALL));

            assertThat(spool.bytes()).isLessThanOrEqualTo(1024.0 * 1024);
            assertThat(kept).hasSizeGreaterThan(5_000).isSorted().last().isEqualTo(19_999);
            assertThat(dropped("full")).isEqualTo(20_000 - kept.size()).isPositive();
            assertThat(output).containsOnlyOnce("from now on new ones cost the oldest");
        }
    }

    @Test
    void givesUpWhatWaitedTooLong(CapturedOutput output) throws Exception {
        var now = new Instant[] {Spools.NINE.plusSeconds(60)};
        InstantSource time = () -> now[0];
        var bounds = new SpoolProperties(dir, DataSize.ofMegabytes(1), Duration.ofMinutes(2));
        try (var spool = new Spool(bounds, time.withZone(ZoneOffset.UTC), new SpoolMeters(registry))) {
            add(spool, 0, 60);
            now[0] = now[0].plusSeconds(90);
            add(spool, 60, 61);

            assertThat(numbers(oldest(spool, ALL))).first().isEqualTo(30);
            assertThat(dropped("age")).isEqualTo(30);
            assertThat(output).contains("30 results waited longer than PT2M (SPOOL_AGE) and are given up.");
        }
    }

    @Test
    void setsAsideWhatWillNeverBeTakenWithTheAnswer() throws Exception {
        try (var spool = Spools.in(dir, registry)) {
            add(spool, 0, 3);
            spool.setAside(oldest(spool, 1), "status 400: This \"will\" not do.");

            assertThat(numbers(oldest(spool, 10))).containsExactly(1, 2);
            assertThat(dropped("refused")).isOne();
        }
        var line = Spools.JSON.readTree(Files.readString(dir.resolve("refused.ndjson")));
        assertThat(line.path("answer").asString()).isEqualTo("status 400: This \"will\" not do.");
        assertThat(line.path("result").path("time").asString()).isEqualTo("2026-11-20T09:00:00.000Z");
        assertThat(Instant.parse(line.path("refusedAt").asString()))
                .isBefore(Clock.systemUTC().instant().plusSeconds(1));
    }

    @Test
    void boundsWhatItSetsAside() throws Exception {
        Files.writeString(dir.resolve("refused.ndjson"), "x".repeat((1 << 20) + 1));
        try (var spool = Spools.in(dir)) {
            add(spool, 0, 1);
            spool.setAside(oldest(spool, 1), "status 400");
        }

        assertThat(dir.resolve("refused.old.ndjson")).hasSize((1 << 20) + 1);
        assertThat(Files.size(dir.resolve("refused.ndjson"))).isLessThan(1_000);
    }

    @Test
    void setsADamagedFileAsideAndBeginsANewOne(CapturedOutput output) throws Exception {
        Files.writeString(dir.resolve("spool.db"), "This is no database. ".repeat(1_000));

        try (var spool = Spools.in(dir)) {
            add(spool, 0, 1);

            assertThat(numbers(oldest(spool, 10))).containsExactly(0);
            assertThat(spool.trouble()).isNull();
        }
        assertThat(dir.resolve("spool.db.damaged")).content().startsWith("This is no database.");
        assertThat(output).contains("is damaged").contains("spool.db.damaged, and a new one begins.");
    }

    @Test
    void keepsResultsInMemoryWhereThereIsNoFolder(CapturedOutput output) throws Exception {
        var occupied = Files.createFile(dir.resolve("a-file-and-no-folder"));

        try (var spool = Spools.in(occupied)) {
            add(spool, 0, 2);

            assertThat(numbers(oldest(spool, 10))).containsExactly(0, 1);
            assertThat(spool.trouble()).contains("in memory only");
        }
        assertThat(output).contains("Results wait in memory, and are lost when the probe ends.");
    }

    @Test
    void removesOnlyWhatIsLeftOfABatchThatMadeRoom() throws Exception {
        try (var spool = Spools.bounded(dir, DataSize.ofMegabytes(1), registry)) {
            add(spool, 0, 1_000);
            var batch = oldest(spool, 1_000);
            for (int n = 1_000; n < 20_000; n += 1_000) {
                add(spool, n, n + 1_000);
            }
            long waiting = spool.size();
            spool.remove(batch);

            assertThat(spool.size()).isEqualTo(waiting);
        }
    }

    @Test
    void showsWhatWaits() throws Exception {
        try (var spool = Spools.in(dir, registry)) {
            add(spool, 0, 2);

            assertThat(registry.get("noc.spool.results").gauge().value()).isEqualTo(2);
            assertThat(registry.get("noc.spool.size").gauge().value()).isPositive();
        }
    }

    @Test
    void wakesWhoeverWaits() throws Exception {
        try (var spool = Spools.in(dir)) {
            var woken = CompletableFuture.supplyAsync(() -> await(spool));
            add(spool, 0, 1);
            assertThat(woken.join()).isTrue();

            spool.remove(oldest(spool, 1));
            var ended = CompletableFuture.supplyAsync(() -> await(spool));
            spool.endWaiting();
            assertThat(ended.join()).isFalse();
        }
    }

    private static Batch oldest(Spool spool, int most) throws SpoolException {
        return spool.oldest(0, Long.MAX_VALUE, most, ALL);
    }

    private static boolean await(Spool spool) {
        try {
            return spool.awaitResult();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private double dropped(String reason) {
        return registry.get("noc.spool.dropped").tag("reason", reason).counter().count();
    }
}
