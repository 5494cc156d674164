package dev.noc.probe.report;

import static dev.noc.probe.report.Fixtures.add;
import static dev.noc.probe.report.Fixtures.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Timeout(30)
class SpoolTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Spool spool = new Spool(Fixtures.properties(3), new ReportMeters(registry));

    @Test
    void givesTheOldestFirstAndKeepsThemUntilTheyAreRemoved() {
        add(spool, 0, 3);

        assertThat(spool.oldest(2).results()).containsExactly(result(0), result(1));
        var batch = spool.oldest(2);
        spool.remove(batch);
        assertThat(spool.oldest(2).results()).containsExactly(result(2));
    }

    @Test
    void dropsTheOldestWhenItIsFullAndSaysSoOnce(CapturedOutput output) {
        add(spool, 0, 6);

        assertThat(spool.oldest(10).results()).containsExactly(result(3), result(4), result(5));
        assertThat(dropped()).isEqualTo(3);
        assertThat(output).containsOnlyOnce("3 results wait, more do not fit");
    }

    @Test
    void saysItAgainAfterThereWasRoom(CapturedOutput output) {
        add(spool, 0, 4);
        spool.remove(spool.oldest(3));
        add(spool, 4, 8);

        assertThat(output.toString().split("more do not fit", -1)).hasSize(3);
    }

    @Test
    void removesOnlyWhatIsLeftOfABatchThatOverflowed() {
        add(spool, 0, 3);
        var batch = spool.oldest(2);
        add(spool, 3, 4);
        spool.remove(batch);

        assertThat(spool.oldest(10).results()).containsExactly(result(2), result(3));
        add(spool, 4, 5);
        spool.remove(batch);
        assertThat(spool.size()).isEqualTo(3);
    }

    @Test
    void showsItsSize() {
        add(spool, 0, 2);

        assertThat(registry.get("noc.spool.results").gauge().value()).isEqualTo(2);
    }

    @Test
    void wakesWhoeverWaitsForAResult() {
        var woken = CompletableFuture.supplyAsync(this::await);
        add(spool, 0, 1);

        assertThat(woken.join()).isTrue();
    }

    @Test
    void wakesWhoeverWaitsWhenItIsClosed() {
        var woken = CompletableFuture.supplyAsync(this::await);
        spool.close();

        assertThat(woken.join()).isFalse();
    }

    private boolean await() {
        try {
            return spool.awaitResult();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private double dropped() {
        return registry.get("noc.spool.dropped").counter().count();
    }
}
