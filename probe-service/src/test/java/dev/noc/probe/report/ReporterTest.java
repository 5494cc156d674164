package dev.noc.probe.report;

import static dev.noc.probe.report.Fixtures.numbers;
import static dev.noc.probe.spool.Spools.add;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noc.probe.backend.Backend;
import dev.noc.probe.backend.FakeBackend;
import dev.noc.probe.backend.FakeBackend.Reply;
import dev.noc.probe.spool.Spool;
import dev.noc.probe.spool.SpoolException;
import dev.noc.probe.spool.Spools;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class ReporterTest {

    private final ReportMeters meters = new ReportMeters(new SimpleMeterRegistry());
    private Spool spool;
    private FakeBackend server;
    private Backend client;
    private Reporter reporter;

    @TempDir
    Path dir;

    @BeforeEach
    void start() throws IOException {
        spool = Spools.in(dir);
        server = FakeBackend.start(request -> Reply.of(202, "{}"));
        client = FakeBackend.client(server.url());
        reporter = new Reporter(spool, Fixtures.sender(spool, client, meters));
        reporter.start();
    }

    @AfterEach
    void stop() throws SpoolException {
        reporter.stop();
        spool.close();
        client.close();
        server.close();
    }

    @Test
    void sendsAResultAsSoonAsItIsThere() throws Exception {
        add(spool, 0, 1);
        assertThat(numbers(server.next().body())).containsExactly(0);

        add(spool, 1, 2);
        assertThat(numbers(server.next().body())).containsExactly(1);
    }

    @Test
    void losesAndDoublesNothingWhileTheBackendIsGone(CapturedOutput output) throws Exception {
        var arrived = new ArrayList<Integer>();
        add(spool, 0, 10);
        await().until(() -> spool.size() == 0);
        collect(arrived);
        server.close();

        add(spool, 10, 1_500);
        await().until(() -> output.toString().contains("takes no reports"));
        server = FakeBackend.startAt(server.url(), request -> Reply.of(202, "{}"));
        await().atMost(Duration.ofSeconds(30)).until(() -> spool.size() == 0);
        collect(arrived);

        assertThat(arrived).isEqualTo(IntStream.range(0, 1_500).boxed().toList());
        assertThat(output).containsOnlyOnce("takes no reports (it does not accept connections)");
        await().untilAsserted(() -> assertThat(output)
                .containsOnlyOnce("takes reports again")
                .contains("in which 1490 results waited")
                .doesNotContain("\tat "));
    }

    @Test
    void waitsLongerFromTimeToTimeWhileTheBackendIsInTrouble() throws Exception {
        server.answer(503, "");
        add(spool, 0, 1);

        server.next();
        var first = System.nanoTime();
        server.next();
        var second = System.nanoTime();
        server.next();
        assertThat(second - first).isGreaterThan(Duration.ofMillis(200).toNanos());
        assertThat(System.nanoTime() - second)
                .isGreaterThan(Duration.ofMillis(450).toNanos());
    }

    @Test
    void sendsOnceMoreWhenItStops() throws Exception {
        server.answer(503, "");
        add(spool, 0, 5);
        server.next();
        server.answer(202, "{}");
        reporter.stop();

        assertThat(numbers(server.next().body())).containsExactly(0, 1, 2, 3, 4);
        assertThat(spool.size()).isZero();
    }

    @Test
    void doesNotWaitForeverWhenItStops(CapturedOutput output) throws Exception {
        var never = new CountDownLatch(1);
        server.answer(request -> {
            awaitQuietly(never);
            return Reply.of(202, "{}");
        });
        add(spool, 0, 2);
        await().until(() -> spool.size() == 2);
        var start = System.nanoTime();
        reporter.stop();
        never.countDown();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        assertThat(output).contains("2 results wait on disk for the next start.");
    }

    private void collect(List<Integer> arrived) throws InterruptedException {
        while (server.waiting() > 0) {
            arrived.addAll(numbers(server.next().body()));
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
