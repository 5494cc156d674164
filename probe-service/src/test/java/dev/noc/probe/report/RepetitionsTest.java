package dev.noc.probe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.probe.spool.Spools;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RepetitionsTest {

    private Instant now = Spools.NINE;
    private final InstantSource time = () -> now;
    private final Repetitions repetitions = new Repetitions(time.withZone(ZoneOffset.UTC));

    @Test
    void areNoNewsForAMinute() {
        assertThat(repetitions.isNews("a")).isTrue();
        now = now.plusSeconds(59);
        assertThat(repetitions.isNews("a")).isFalse();
        now = now.plusSeconds(1);
        assertThat(repetitions.isNews("a")).isTrue();
    }

    @Test
    void areOnlyTheSameWords() {
        assertThat(repetitions.isNews("a")).isTrue();
        assertThat(repetitions.isNews("b")).isTrue();
    }
}
