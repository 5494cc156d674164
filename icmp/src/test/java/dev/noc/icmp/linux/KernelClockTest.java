package dev.noc.icmp.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelClockTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private final Clocks clocks = new Clocks();
    private final KernelClock clock = new KernelClock(clocks);

    @Test
    void keepsTheDifferenceOfTwoStampsToTheNanosecond() {
        long sent = clocks.realtime();
        clocks.pass(150_430_123);
        long received = clocks.realtime();
        clock.tick();

        assertThat(clock.monotonic(received) - clock.monotonic(sent)).isEqualTo(received - sent);
        assertThat(clock.doubtful(received)).isFalse();
    }

    @Test
    void isNotMovedByAClockThatIsSetBackInFlight() {
        assertRoundTripAcross(-SECOND * 5);
    }

    @Test
    void isNotMovedByAClockThatIsSetForwardInFlight() {
        assertRoundTripAcross(SECOND * 3600);
    }

    private void assertRoundTripAcross(long step) {
        clock.tick();
        long sent = clock.monotonic(clocks.realtime());
        clocks.pass(5 * MILLI);
        clock.tick();

        clocks.offset += step;
        clocks.pass(5 * MILLI);
        long stamp = clocks.realtime();
        clock.tick();

        assertThat(clock.monotonic(stamp) - sent).isBetween(10 * MILLI, 10 * MILLI + 1000);
        assertThat(clock.doubtful(stamp)).isFalse();
    }

    @Test
    void knowsAStampOfBeforeTheStepThatIsReadAfterIt() {
        clock.tick();
        long before = clocks.monotonic();
        long stamp = clocks.realtime();
        clocks.offset -= 5 * SECOND;
        clocks.pass(MILLI);
        clock.tick();

        assertThat(clock.monotonic(stamp)).isBetween(before, before + 1000);
        assertThat(clock.doubtful(stamp)).isFalse();
    }

    @Test
    void doubtsStampsAroundAStepTooSmallToTell() {
        clock.tick();
        clocks.offset -= MILLI;
        clocks.pass(20 * MILLI);
        long stamp = clocks.realtime() - 10 * MILLI;
        clock.tick();

        assertThat(clock.doubtful(stamp)).isTrue();
        clocks.pass(2 * SECOND);
        clock.tick();
        assertThat(clock.doubtful(clocks.realtime())).isFalse();
    }

    @Test
    void isNotMovedByAThreadThatIsHeldUpBetweenItsTwoReadings() {
        clocks.heldUp = 5;
        long stamp = clocks.realtime();
        long before = clock.monotonic(stamp);

        clock.tick();

        assertThat(clock.monotonic(stamp)).isEqualTo(before);
    }

    private static final class Clocks implements KernelClock.Source {

        private long now = 100 * SECOND;
        private long offset = 1_700_000_000 * SECOND;
        private int heldUp;

        void pass(long nanos) {
            now += nanos;
        }

        @Override
        public long monotonic() {
            return now += 30;
        }

        @Override
        public long realtime() {
            long seen = now + 15 + offset;
            if (heldUp > 0) {
                heldUp--;
                now += 4 * MILLI;
            }
            return seen;
        }
    }
}
