package dev.noc.probe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(new Random(7));

    @Test
    void doublesItsPausesFromHalfASecondToTen() {
        for (long whole : new long[] {500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000}) {
            assertThat(backoff.next()).isBetween(Duration.ofMillis(whole / 2), Duration.ofMillis(whole));
        }
    }

    @Test
    void beginsAnew() {
        backoff.next();
        backoff.next();
        assertThat(backoff.reset()).isZero();

        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void isNotTheSameEveryTime() {
        assertThat(backoff.longest()).isNotEqualTo(backoff.longest());
    }
}
