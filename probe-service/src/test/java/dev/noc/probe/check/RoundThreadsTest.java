package dev.noc.probe.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RoundThreadsTest {

    private static final Pace TWO = new Pace(2, Duration.ofMillis(10), Duration.ofSeconds(1));

    private final RoundThreads threads = new RoundThreads();

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void takeASampleWhileTheEarlierOneStillWaits() throws Exception {
        var started = new AtomicInteger();
        var second = new CountDownLatch(1);

        var attempts = threads.burst(TWO, () -> {
            var number = started.incrementAndGet();
            if (number == 1) {
                second.await();
            }
            second.countDown();
            return Attempt.took(number * 1_000_000L, Map.of());
        });

        assertThat(attempts).extracting(Attempt::millis).containsExactly(1.0, 2.0);
    }

    @Test
    void tellOfAMistakeInASample() {
        assertThatThrownBy(() -> threads.burst(TWO, () -> {
                    throw new IllegalStateException("a mistake of ours");
                }))
                .hasRootCauseMessage("a mistake of ours");
    }

    @Test
    void tellOfAMistakeInARound() {
        var round = threads.begin(() -> {
            throw new IllegalStateException("a mistake of ours");
        });

        assertThatThrownBy(round::get).hasRootCauseMessage("a mistake of ours");
    }
}
