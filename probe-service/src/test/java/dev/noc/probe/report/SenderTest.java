package dev.noc.probe.report;

import static dev.noc.probe.report.Attempt.Verdict.ACCEPTED;
import static dev.noc.probe.report.Attempt.Verdict.AWAY;
import static dev.noc.probe.report.Attempt.Verdict.REPORT_REFUSED;
import static dev.noc.probe.report.Attempt.Verdict.TOKEN_REFUSED;
import static dev.noc.probe.report.Fixtures.add;
import static dev.noc.probe.report.Fixtures.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.probe.backend.FakeBackend;
import dev.noc.probe.backend.FakeBackend.Reply;
import dev.noc.probe.schedule.RoundFinished;
import dev.noc.protocol.Report;
import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SenderTest {

    private static final String ACCEPTS = "{\"accepted\":1,\"duplicates\":0,\"ignored\":0}";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ReportMeters meters = new ReportMeters(registry);
    private final Spool spool = new Spool(Fixtures.properties(100_000), meters);
    private FakeBackend server;
    private Sender sender;

    @BeforeEach
    void start() throws IOException {
        server = FakeBackend.start(request -> Reply.of(202, ACCEPTS));
        sender = Fixtures.sender(spool, server.client(), meters);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void writesTheReportAsTheBackendExpectsIt() throws Exception {
        spool.add(new RoundFinished(
                new Result("gateway", Fixtures.NINE, Arrays.asList(11.9, null), new ResultError("target", "Silent."))));
        spool.add(new RoundFinished(new Result("office", Fixtures.NINE.plusMillis(5), List.of(0.031), null)));

        assertThat(sender.sendOldest()).isEqualTo(ACCEPTED);
        var request = server.next();
        assertThat(request.path()).isEqualTo("/metrics");
        assertThat(request.body())
                .isEqualTo("{\"probe\":\"office\",\"results\":["
                        + "{\"target\":\"gateway\",\"time\":\"2026-11-20T09:00:00.000Z\",\"rttMillis\":[11.9,null],"
                        + "\"error\":{\"scope\":\"target\",\"reason\":\"Silent.\"}},"
                        + "{\"target\":\"office\",\"time\":\"2026-11-20T09:00:00.005Z\",\"rttMillis\":[0.031]}]}");
    }

    @Test
    void sendsTheOldestFirstAndNoMoreThanAReportMayHold() throws Exception {
        add(spool, 0, 1_500);

        sender.sendOldest();
        sender.sendOldest();
        assertThat(numbers(server.next().body())).isEqualTo(range(0, 1_000));
        assertThat(numbers(server.next().body())).isEqualTo(range(1_000, 1_500));
        assertThat(spool.size()).isZero();
    }

    @Test
    void keepsWithinTheBytesThatAReportMayTake() throws Exception {
        var reason = new ResultError("target", "x".repeat(3_000));
        for (int n = 0; n < 1_000; n++) {
            spool.add(new RoundFinished(
                    new Result("gateway", Fixtures.NINE.plusSeconds(n), List.of((double) n), reason)));
        }

        while (spool.size() > 0) {
            assertThat(sender.sendOldest()).isEqualTo(ACCEPTED);
        }
        var arrived = new ArrayList<Integer>();
        while (server.waiting() > 0) {
            var body = server.next().body();
            assertThat(body).hasSizeLessThanOrEqualTo(Report.MAX_BYTES);
            arrived.addAll(numbers(body));
        }
        assertThat(arrived).isEqualTo(range(0, 1_000));
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "507", "429", "404", "302", "408"})
    void keepsEverythingWhileTheBackendIsInTrouble(int status) throws Exception {
        add(spool, 0, 3);
        server.answer(status, "");

        assertThat(sender.sendOldest()).isEqualTo(AWAY);
        assertThat(spool.size()).isEqualTo(3);
    }

    @Test
    void keepsEverythingWhileNobodyAnswers() throws Exception {
        add(spool, 0, 3);
        var away = Fixtures.sender(spool, FakeBackend.client(closedServer()), meters);

        assertThat(away.sendOldest()).isEqualTo(AWAY);
        assertThat(spool.size()).isEqualTo(3);
        assertThat(reports("failed")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"401", "403"})
    void keepsEverythingWhileTheTokenIsWrong(int status) throws Exception {
        add(spool, 0, 3);
        server.answer(status, "");

        assertThat(sender.sendOldest()).isEqualTo(TOKEN_REFUSED);
        assertThat(spool.size()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"400", "413", "422"})
    void findsTheCulpritsAndSendsAllTheOthers(int status, CapturedOutput output) throws Exception {
        add(spool, 0, 1_000);
        var culprits = List.of(0, 417, 418, 999);
        var arrived = new ArrayList<Integer>();
        server.answer(request -> {
            var numbers = numbers(request.body());
            if (numbers.stream().anyMatch(culprits::contains)) {
                return Reply.of(status, "{\"detail\":\"This will not do.\"}");
            }
            arrived.addAll(numbers);
            return Reply.of(202, ACCEPTS);
        });

        while (spool.size() > 0) {
            assertThat(sender.sendOldest()).isIn(ACCEPTED, REPORT_REFUSED);
        }
        assertThat(arrived).isSorted().hasSize(996).doesNotContainAnyElementsOf(culprits);
        assertThat(registry.get("noc.spool.dropped").counter().count()).isEqualTo(4);
        assertThat(server.waiting()).as("requests needed").isLessThan(100);
        assertThat(output).containsOnlyOnce("will never take Result[target=gateway, time=2026-11-20T09:00:00Z");
        assertThat(output).contains("status " + status + ": This will not do.");
    }

    @Test
    void countsWhatBecameOfItsReports() throws Exception {
        add(spool, 0, 1);
        server.answer(403, "");
        sender.sendOldest();
        assertThat(registry.get("noc.probe.reporting").gauge().value()).isZero();
        server.answer(202, ACCEPTS);
        sender.sendOldest();

        assertThat(List.of(reports("accepted"), reports("refused"), reports("failed")))
                .containsExactly(1.0, 1.0, 0.0);
        assertThat(registry.get("noc.probe.reporting").gauge().value()).isOne();
    }

    private static URI closedServer() throws IOException {
        try (var closed = FakeBackend.start(request -> Reply.of(500, ""))) {
            return closed.url();
        }
    }

    private double reports(String outcome) {
        return registry.get("noc.reports").tag("outcome", outcome).counter().count();
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
