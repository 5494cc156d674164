package dev.noc.icmp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PulseTest {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1000 * MILLI;

    private final Pulse pulse = new Pulse(10_000);

    @Test
    void doesNotTickForAFewRequests() {
        pulse.sent(SECOND, 20);

        assertThat(pulse.isBusy(SECOND)).isFalse();
    }

    @Test
    void ticksForMany() {
        pulse.sent(SECOND, 100);

        assertThat(pulse.isBusy(SECOND)).isTrue();
        assertThat(pulse.tick(100)).isEqualTo(100 * MILLI);
        assertThat(pulse.isBusy(2 * SECOND)).isFalse();
    }

    @Test
    void ticksFasterForMore() {
        pulse.sent(SECOND, 1000);

        assertThat(pulse.tick(100)).isEqualTo(12_800_000);
    }

    @Test
    void ticksFasterWhenRepliesCouldFillTheBuffer() {
        pulse.sent(SECOND, 50);

        assertThat(pulse.tick(50_000)).isEqualTo(5 * MILLI);
    }

    @Test
    void leavesTheRequestsOfAVolleyApart() {
        pulse.sent(SECOND, 50);
        pulse.follows(20 * MILLI);

        assertThat(pulse.tick(50)).isEqualTo(5 * MILLI);
        pulse.sent(SECOND + 100 * MILLI, 50);
        assertThat(pulse.tick(50)).isEqualTo(5 * MILLI);
        pulse.sent(SECOND + 200 * MILLI, 50);
        assertThat(pulse.tick(50)).isEqualTo(100 * MILLI);
    }
}
