package dev.noc.probe.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private static final Attempt TOOK = Attempt.took(11_900_000, Map.of("address", "127.0.0.1", "server", "a"));
    private static final Attempt LOST = Attempt.failed(Reasons.ofTarget("refused"), Map.of("server", "b"));
    private static final Attempt UNMEASURED = Attempt.failed(Reasons.ofProbe("no way"), Map.of());

    @Test
    void becomesASample() {
        assertThat(sum(TOOK, TOOK).rttMillis()).containsExactly(11.9, 11.9);
        assertThat(sum(TOOK, TOOK).error()).isNull();
    }

    @Test
    void tellsTheFirstReasonForALoss() {
        var other = Attempt.failed(Reasons.ofTarget("another"), Map.of());

        assertThat(sum(TOOK, LOST, other).rttMillis()).containsExactly(11.9, null, null);
        assertThat(sum(TOOK, LOST, other).error()).isEqualTo(Reasons.ofTarget("refused"));
    }

    @Test
    void voidsTheRoundWhenItCouldNotBeMade() {
        assertThat(sum(TOOK, LOST, UNMEASURED).rttMillis()).isEmpty();
        assertThat(sum(TOOK, LOST, UNMEASURED).error()).isEqualTo(Reasons.ofProbe("no way"));
    }

    @Test
    void tellsWhatItFoundLast() {
        assertThat(sum(TOOK, LOST).attributes()).isEqualTo(Map.of("address", "127.0.0.1", "server", "b"));
        assertThat(sum(UNMEASURED).attributes()).isNull();
    }

    private static Result sum(Attempt... attempts) {
        var target = new Assignment("x", "X", "127.0.0.1:80", "tcp", 10_000, true);
        return Attempt.sum(target, Instant.EPOCH, List.of(attempts));
    }
}
