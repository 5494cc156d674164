package dev.noc.backend.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import dev.noc.protocol.Receipt;
import dev.noc.protocol.Report;
import dev.noc.protocol.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@BackendTest
@Import(IntakeTest.Listener.class)
class IntakeTest {

    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
    private static final String PROBE = "intake";

    @Autowired
    Intake intake;

    @Autowired
    Listener listener;

    @Autowired
    Api api;

    @Autowired
    PlatformTransactionManager transactions;

    private final ExecutorService probes = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void addTarget() {
        listener.events.clear();
        api.post("/api/v1/targets", """
                {"id": "intake", "name": "Intake", "address": "192.0.2.1"}""");
    }

    @AfterEach
    void removeTarget() {
        probes.close();
        api.delete("/api/v1/targets/intake");
    }

    @Test
    void storesEachRoundOnceHoweverManyReportItAtTheSameTime() {
        var reports =
                IntStream.range(0, 60).mapToObj(i -> report(i / 3 * 10, 20)).toList();

        var receipts = results(reports.stream().map(this::send).toList());

        assertThat(receipts.stream().mapToInt(Receipt::accepted).sum()).isEqualTo(210);
        assertThat(receipts)
                .allSatisfy(receipt ->
                        assertThat(receipt.accepted() + receipt.duplicates()).isEqualTo(20));
        assertThat(listener.rounds()).hasSize(210).doesNotHaveDuplicates();
    }

    @Test
    void storesInOneTransactionWhatWaitsAndAnswersEachReport() {
        var receipts = whileNobodyMayWrite(() -> List.of(
                sendAndAwait(report(0, 1), 1),
                sendAndAwait(report(10, 3), 4),
                sendAndAwait(report(12, 2), 6),
                sendAndAwait(report("nowhere", 0, 5), 11)));

        assertThat(results(receipts))
                .containsExactly(
                        new Receipt(1, 0, 0), new Receipt(3, 0, 0), new Receipt(1, 1, 0), new Receipt(0, 0, 5));
        assertThat(listener.events).hasSizeBetween(1, 2);
        assertThat(listener.events)
                .allSatisfy(event -> assertThat(event.rounds()).isSortedAccordingTo(Comparator.comparing(Round::time)));
    }

    @Test
    void refusesOnlyTheReportThatCannotBeStored() {
        var answers = whileNobodyMayWrite(() -> List.of(
                sendAndAwait(report(0, 1), 1),
                sendAndAwait(report(100, 2), 3),
                sendAndAwait(new Report(Listener.UNWANTED, report(200, 1).results()), 4),
                sendAndAwait(report(300, 3), 7)));

        assertThatThrownBy(() -> result(answers.get(2))).hasMessageContaining("unwanted");
        assertThat(results(List.of(answers.get(0), answers.get(1), answers.get(3))))
                .containsExactly(new Receipt(1, 0, 0), new Receipt(2, 0, 0), new Receipt(3, 0, 0));
    }

    @Test
    void refusesWhatIsTooMuchToWaitAndTakesItLater() {
        var late = report(50_000, 1);
        var waiting = whileNobodyMayWrite(() -> {
            var sent = new ArrayList<Future<Receipt>>();
            for (int i = 1; i <= Intake.MAX_WAITING / 1_000; i++) {
                sent.add(sendAndAwait(report(i * 1_000, 1_000), i * 1_000));
            }
            assertThatThrownBy(() -> intake.take(late)).isInstanceOfSatisfying(ReportRefusal.class, refusal -> {
                assertThat(refusal.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                assertThat(refusal.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                        .isEqualTo("1");
            });
            return sent;
        });

        assertThat(results(waiting)).allSatisfy(receipt -> assertThat(receipt).isEqualTo(new Receipt(1_000, 0, 0)));
        await().untilAsserted(() -> assertThat(intake.waiting()).isZero());
        assertThat(intake.take(late)).isEqualTo(new Receipt(1, 0, 0));
    }

    @Test
    void answersWhoeverWaitsBeforeItStops() {
        try {
            var waiting = send(report(0, 5));
            await().until(() -> waiting.isDone() || intake.waiting() > 0);

            intake.stop();

            assertThat(result(waiting)).isEqualTo(new Receipt(5, 0, 0));
            assertThatThrownBy(() -> intake.take(report(10, 1))).isInstanceOf(ReportRefusal.class);
        } finally {
            intake.start();
        }
    }

    /** Reports pile up meanwhile: the writer waits for its turn, as it does behind any other transaction. */
    private <T> List<T> whileNobodyMayWrite(Supplier<List<T>> sending) {
        @Nullable List<T> sent = new TransactionTemplate(transactions).execute(status -> sending.get());
        return sent == null ? List.of() : sent;
    }

    private Future<Receipt> sendAndAwait(Report report, int waiting) {
        var answer = send(report);
        await().until(() -> intake.waiting() == waiting);
        return answer;
    }

    private Future<Receipt> send(Report report) {
        return probes.submit(() -> intake.take(report));
    }

    private static List<Receipt> results(List<Future<Receipt>> answers) {
        return answers.stream().map(IntakeTest::result).toList();
    }

    private static Receipt result(Future<Receipt> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Report report(int firstSecond, int rounds) {
        return report("intake", firstSecond, rounds);
    }

    private static Report report(String target, int firstSecond, int rounds) {
        return new Report(
                PROBE,
                IntStream.range(firstSecond, firstSecond + rounds)
                        .mapToObj(second -> new Result(target, NINE.minusSeconds(second), List.of(1.0), null))
                        .toList());
    }

    static class Listener {

        static final String UNWANTED = "unwanted";

        final List<ResultsRecorded> events = new CopyOnWriteArrayList<>();

        List<Round> rounds() {
            return events.stream().flatMap(event -> event.rounds().stream()).toList();
        }

        @EventListener
        void on(ResultsRecorded event) {
            if (event.rounds().stream().anyMatch(round -> round.probe().equals(UNWANTED))) {
                throw new IllegalArgumentException("unwanted");
            }
            events.add(event);
        }
    }
}
