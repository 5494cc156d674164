package dev.noc.probe.report;

import static dev.noc.probe.report.Fixtures.numbers;
import static dev.noc.probe.report.Verdict.ACCEPTED;
import static dev.noc.probe.report.Verdict.ALL_REFUSED;
import static dev.noc.probe.report.Verdict.AWAY;
import static dev.noc.probe.report.Verdict.REPORT_REFUSED;
import static dev.noc.probe.spool.Spools.NINE;
import static dev.noc.probe.spool.Spools.add;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.probe.backend.FakeBackend;
import dev.noc.probe.backend.FakeBackend.Reply;
import dev.noc.probe.spool.Spool;
import dev.noc.probe.spool.SpoolException;
import dev.noc.probe.spool.Spools;
import dev.noc.protocol.Report;
import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SenderTest {

    private static final String ACCEPTS = "{\"accepted\":1,\"duplicates\":0,\"ignored\":0}";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ReportMeters meters = new ReportMeters(registry);
    private Spool spool;
    private FakeBackend server;
    private Sender sender;

    @TempDir
    Path dir;

    @BeforeEach
    void start() throws IOException {
        spool = Spools.in(dir, registry);
        server = FakeBackend.start(request -> Reply.of(202, ACCEPTS));
        sender = Fixtures.sender(spool, server.client(), meters);
    }

    @AfterEach
    void stop() throws SpoolException {
        spool.close();
        server.close();
    }

    @Test
    void writesTheReportAsTheBackendExpectsIt() throws Exception {
        add(spool, new Result("gateway", NINE, Arrays.asList(11.9, null), new ResultError("target", "Silent.")));
        add(spool, new Result("shop", NINE.plusMillis(5), List.of(0.031), null, Map.of("statusCode", 200)));

        assertThat(sender.sendNext()).isEqualTo(ACCEPTED);
        var request = server.next();
        assertThat(request.path()).isEqualTo("/metrics");
        assertThat(request.body())
                .isEqualTo("{\"probe\":\"office\",\"results\":["
                        + "{\"target\":\"gateway\",\"time\":\"2026-11-20T09:00:00.000Z\",\"rttMillis\":[11.9,null],"
                        + "\"error\":{\"scope\":\"target\",\"reason\":\"Silent.\"}},"
                        + "{\"target\":\"shop\",\"time\":\"2026-11-20T09:00:00.005Z\",\"rttMillis\":[0.031],"
                        + "\"attributes\":{\"statusCode\":200}}]}");
    }

    @Test
    void sendsTheOldestFirstAndNoMoreThanAReportMayHold() throws Exception {
        add(spool, 0, 1_500);

        sender.sendNext();
        sender.sendNext();
        assertThat(numbers(server.next().body())).isEqualTo(range(0, 1_000));
        assertThat(numbers(server.next().body())).isEqualTo(range(1_000, 1_500));
        assertThat(spool.size()).isZero();
    }

    @Test
    void keepsWithinTheBytesThatAReportMayTake() throws Exception {
        var reason = new ResultError("target", "x".repeat(3_000));
        for (int n = 0; n < 1_000; n++) {
            add(spool, new Result("gateway", NINE.plusSeconds(n), List.of((double) n), reason));
        }

        while (spool.size() > 0) {
            assertThat(sender.sendNext()).isEqualTo(ACCEPTED);
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
    @CsvSource({"500", "502", "503", "507", "429", "408"})
    void keepsEverythingWhileTheBackendIsInTrouble(int status) throws Exception {
        add(spool, 0, 3);
        server.answer(status, "");

        assertThat(sender.sendNext()).isEqualTo(AWAY);
        assertThat(spool.size()).isEqualTo(3);
    }

    @Test
    void keepsEverythingWhileNobodyAnswers() throws Exception {
        add(spool, 0, 3);
        var away = Fixtures.sender(spool, FakeBackend.client(closedServer()), meters);

        assertThat(away.sendNext()).isEqualTo(AWAY);
        assertThat(spool.size()).isEqualTo(3);
        assertThat(reports("failed")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "401, TOKEN_MISSING",
        "403, TOKEN_REFUSED",
        "404, UNFIT_BACKEND",
        "405, UNFIT_BACKEND",
        "302, UNFIT_BACKEND",
        "501, UNFIT_BACKEND"
    })
    void keepsEverythingUntilSomeoneMendsIt(int status, Verdict verdict) throws Exception {
        add(spool, 0, 3);
        server.answer(status, "");

        assertThat(sender.sendNext()).isEqualTo(verdict);
        assertThat(spool.size()).isEqualTo(3);
    }

    @Test
    void doesNotThrowEverythingAwayForABackendThatRefusesEverything() throws Exception {
        add(spool, 0, 1_000);
        server.answer(400, "{\"detail\":\"I am too old.\"}");

        var verdict = REPORT_REFUSED;
        while (verdict == REPORT_REFUSED) {
            verdict = sender.sendNext();
        }
        assertThat(verdict).isEqualTo(ALL_REFUSED);
        assertThat(spool.size()).isGreaterThan(970);

        server.answer(202, ACCEPTS);
        while (spool.size() > 0) {
            assertThat(sender.sendNext()).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void takesTurnsBetweenWhatPiledUpAndWhatIsMeasuredNow() throws Exception {
        add(spool, 0, 3_500);
        server.answer(503, "");
        sender.sendNext();
        server.next();
        server.answer(202, ACCEPTS);
        var firsts = new ArrayList<Integer>();
        for (int now = 5_000; spool.size() > 0; now++) {
            add(spool, now, now + (now < 5_003 ? 1 : 0));
            sender.sendNext();
            firsts.add(numbers(server.next().body()).getFirst());
        }

        assertThat(firsts).containsExactly(0, 5_000, 1_000, 5_002, 2_000, 3_000);
    }

    @Test
    void findsACulpritWhileResultsGoOnComing() throws Exception {
        add(spool, 0, 2_000);
        server.answer(503, "");
        sender.sendNext();
        server.answer(request -> Reply.of(numbers(request.body()).contains(999) ? 400 : 202, ACCEPTS));

        for (int now = 5_000; spool.size() > 0; now++) {
            if (now < 5_100) {
                add(spool, now, now + 1);
            }
            assertThat(sender.sendNext()).isIn(ACCEPTED, REPORT_REFUSED);
        }
        assertThat(registry.get("noc.spool.dropped")
                        .tag("reason", "refused")
                        .counter()
                        .count())
                .isOne();
    }

    @Test
    void tellsThatTheBackendHearsOfANamesake(CapturedOutput output) throws Exception {
        add(spool, 0, 1);
        server.answer(request -> new Reply(202, ACCEPTS, Map.of("Noc-Probe-Conflict", "true")));

        assertThat(sender.sendNext()).isEqualTo(ACCEPTED);
        assertThat(output).contains("Another probe reports as 'office' too");
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
            assertThat(sender.sendNext()).isIn(ACCEPTED, REPORT_REFUSED);
        }
        assertThat(arrived).isSorted().hasSize(996).doesNotContainAnyElementsOf(culprits);
        assertThat(registry.get("noc.spool.dropped")
                        .tag("reason", "refused")
                        .counter()
                        .count())
                .isEqualTo(4);
        assertThat(server.waiting()).as("requests needed").isLessThan(100);
        assertThat(output)
                .containsOnlyOnce("will never take {\"target\":\"gateway\",\"time\":\"2026-11-20T09:00:00.000Z\"");
        assertThat(output).contains("status " + status + ": This will not do.");
        assertThat(dir.resolve("refused.ndjson")).content().hasLineCount(4).contains("This will not do.");
    }

    @Test
    void countsWhatBecameOfItsReports() throws Exception {
        add(spool, 0, 1);
        server.answer(403, "");
        sender.sendNext();
        assertThat(registry.get("noc.probe.reporting").gauge().value()).isZero();
        server.answer(202, ACCEPTS);
        sender.sendNext();

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
