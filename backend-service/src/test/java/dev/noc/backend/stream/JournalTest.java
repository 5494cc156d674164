package dev.noc.backend.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.noc.backend.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class JournalTest {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern DATA = Pattern.compile("data: \\{\"n\":(\\d+)");

    private final SettableClock clock = new SettableClock();
    private final Journal journal = journal(DataSize.ofMegabytes(16));

    @BeforeEach
    void somebodyReads() {
        journal.join();
    }

    @Test
    void givesEachEventOnceAndInOrderHoweverMany() throws Exception {
        append(journal, 1, 50_000);

        assertThat(readAll(journal, 0, Set.of())).isEqualTo(numbers(1, 50_000));
        assertThat(readAll(journal, 49_990, Set.of())).isEqualTo(numbers(49_991, 50_000));
    }

    @Test
    void givesWhatBelongsToSomeTargets() throws Exception {
        append(journal, 1, 30_000);

        assertThat(readAll(journal, 0, Set.of("t3", "t7")))
                .isEqualTo(LongStream.rangeClosed(1, 30_000)
                        .filter(n -> n % 10 == 3 || n % 10 == 7)
                        .boxed()
                        .toList());
    }

    @Test
    void numbersWhatItGives() throws Exception {
        append(journal, 1, 2);

        var slice = journal.next(1, Set.of(), Duration.ZERO).orElseThrow();

        assertThat(text(slice))
                .startsWith("id: " + journal.id(2) + "\nevent: result\ndata: {")
                .endsWith("}\n\n");
        assertThat(slice.last()).isEqualTo(2);
    }

    @Test
    void keepsFiveMinutesOfAThousandResultsASecondInItsMemory() {
        for (int second = 0; second < 300; second++) {
            append(journal, 1 + second * 1_000L, (second + 1) * 1_000L);
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(journal.reachesBackTo(journal.id(0))).isTrue();
    }

    @Test
    void forgetsWhatIsOlderThanTheWindow() {
        append(journal, 1, 10_000);
        clock.advance(WINDOW.plusSeconds(1));
        append(journal, 10_001, 20_000);

        assertThat(journal.reachesBackTo(journal.id(1))).isFalse();
        assertThat(journal.reachesBackTo(journal.id(10_000))).isTrue();
        assertThatExceptionOfType(MissedEvents.class).isThrownBy(() -> journal.next(1, Set.of(), Duration.ZERO));
    }

    @Test
    void forgetsTheOldestWhereMemoryIsNotEnough() throws Exception {
        var small = journal(DataSize.ofKilobytes(300));
        small.join();
        append(small, 1, 10_000);

        assertThat(small.reachesBackTo(small.id(1))).isFalse();
        assertThat(small.reachesBackTo(small.id(9_500))).isTrue();
        assertThat(readAll(small, 9_500, Set.of())).isEqualTo(numbers(9_501, 10_000));
    }

    @Test
    void knowsOnlyWhatItHasSaidItself() {
        append(journal, 1, 3);

        assertThat(journal.reachesBackTo(journal.id(3))).isTrue();
        assertThat(journal.reachesBackTo(journal.id(4))).isFalse();
        assertThat(journal.reachesBackTo(new EventId("00000000", 3))).isFalse();
    }

    @Test
    void keepsNothingWhenTheLastReaderIsLongGone() {
        append(journal, 1, 3);
        journal.leave();

        assertThat(journal.skipUnread()).as("it may come back").isFalse();
        clock.advance(WINDOW);
        assertThat(journal.reachesBackTo(journal.id(3)))
                .as("nothing happened yet")
                .isTrue();
        assertThat(journal.skipUnread()).isTrue();
        assertThat(journal.reachesBackTo(journal.id(3))).isFalse();
    }

    @Test
    void beginsAnewForTheNextReader() throws Exception {
        journal.leave();
        clock.advance(WINDOW);
        journal.skipUnread();

        long place = journal.join();
        append(journal, 1, 2);

        assertThat(readAll(journal, place, Set.of())).isEqualTo(numbers(1, 2));
    }

    @Test
    void tellsReadersThatTheyMissedWhatCouldNotBeKept() {
        append(journal, 1, 3);

        journal.forget();

        assertThatExceptionOfType(MissedEvents.class).isThrownBy(() -> journal.next(3, Set.of(), Duration.ZERO));
    }

    @Test
    void wakesWhoeverWaits() throws Exception {
        var waiting = async(() -> journal.next(0, Set.of(), Duration.ofMinutes(1)));

        append(journal, 1, 1);

        assertThat(numbersIn(waiting.get().orElseThrow())).containsExactly(1L);
    }

    @Test
    void letsGoWhoeverWaitsWhenItIsClosed() throws Exception {
        var waiting = async(() -> journal.next(0, Set.of(), Duration.ofMinutes(1)));

        journal.close();

        assertThat(waiting.get()).isEmpty();
    }

    /** While one thread writes: whoever reads sees whole events, each once, in order. */
    @Test
    void isReadWhileItIsWritten() throws Exception {
        var readers = LongStream.range(0, 8)
                .mapToObj(i -> async(() -> readUntil(journal, 100_000)))
                .toList();

        for (long from = 1; from < 100_000; from += 50) {
            append(journal, from, from + 49);
        }

        for (var reader : readers) {
            assertThat(reader.get()).isEqualTo(numbers(1, 100_000));
        }
    }

    private Journal journal(DataSize size) {
        return new Journal(new StreamProperties(10, Duration.ofSeconds(15), WINDOW, size), clock);
    }

    private static void append(Journal journal, long from, long to) {
        journal.append(LongStream.rangeClosed(from, to)
                .mapToObj(n -> new Event(
                        "result",
                        "t" + n % 10,
                        "{\"n\":%d,\"target\":\"t%d\",\"probe\":\"office\",\"time\":\"2026-11-20T09:00:00.000Z\",\"rttMillis\":[11.%d,12.4,%d.0,11.8,11.9]}"
                                .formatted(n, n % 10, n % 1_000, n % 97)))
                .toList());
    }

    private static List<Long> readAll(Journal journal, long place, Set<String> targets) throws Exception {
        var found = new ArrayList<Long>();
        for (var next = journal.next(place, targets, Duration.ZERO);
                next.isPresent();
                next = journal.next(next.get().last(), targets, Duration.ZERO)) {
            found.addAll(numbersIn(next.get()));
        }
        return found;
    }

    private static List<Long> readUntil(Journal journal, long last) throws Exception {
        var found = new ArrayList<Long>();
        for (long place = 0; place < last; ) {
            var slice = journal.next(place, Set.of(), Duration.ofSeconds(30)).orElseThrow();
            found.addAll(numbersIn(slice));
            place = slice.last();
        }
        return found;
    }

    private static List<Long> numbersIn(Slice slice) throws IOException {
        return DATA.matcher(text(slice))
                .results()
                .map(match -> Long.valueOf(match.group(1)))
                .toList();
    }

    private static String text(Slice slice) throws IOException {
        var out = new ByteArrayOutputStream();
        slice.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static <T> CompletableFuture<T> async(java.util.concurrent.Callable<T> work) {
        var future = new CompletableFuture<T>();
        Thread.ofVirtual().start(() -> {
            try {
                future.complete(work.call());
            } catch (Exception e) {
                future.completeExceptionally(new ExecutionException(e));
            }
        });
        return future;
    }
}
