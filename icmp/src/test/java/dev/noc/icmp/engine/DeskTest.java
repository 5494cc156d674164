package dev.noc.icmp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.linux.Endpoint;
import dev.noc.icmp.linux.KernelClock;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskTest {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1000 * MILLI;

    private final Clocks clocks = new Clocks();
    private final KernelClock clock = new KernelClock(clocks);
    private final Counters counters = new Counters();
    private final Desk desk = new Desk(new Tokens(16, 16), clock, counters);
    private final List<Answer> answers = new ArrayList<>();
    private final Echo echo = new Echo(
            new Volley(
                    Endpoint.of(InetAddress.getLoopbackAddress()),
                    new Volley.Shape(1, 0, SECOND, 16, 0),
                    (index, answer) -> answers.add(answer)),
            0);

    @BeforeEach
    void send() {
        desk.open(echo);
        echo.handed = clock.tick();
    }

    @Test
    void takesBothStampsOfTheKernel() {
        desk.sent(echo.token, stampAfter(MILLI));
        reply(stampAfter(12 * MILLI));

        assertThat(answers).containsExactly(new Answer.Reply(12 * MILLI, false));
    }

    @Test
    void waitsForAStampThatComesAfterTheReply() {
        long sent = stampAfter(MILLI);
        reply(stampAfter(12 * MILLI));
        assertThat(answers).isEmpty();

        desk.sent(echo.token, sent);
        desk.settleWithoutStamps();

        assertThat(answers).containsExactly(new Answer.Reply(12 * MILLI, false));
    }

    @Test
    void takesItsOwnTimeWhereTheDriverGivesNoStamp() {
        reply(stampAfter(12 * MILLI));
        desk.settleWithoutStamps();

        assertThat(answers).singleElement().isEqualTo(new Answer.Reply(12 * MILLI, true));
        assertThat(counters.all()).containsEntry(Count.COARSE, 1L);
    }

    @Test
    void takesItsOwnTimeWhereTheReplyHasNoStamp() {
        desk.sent(echo.token, stampAfter(0));
        clocks.now += 12 * MILLI;
        reply(0);

        assertThat(answers).singleElement().isEqualTo(new Answer.Reply(12 * MILLI, true));
    }

    @Test
    void boundsATimeThatCannotBe() {
        desk.sent(echo.token, stampAfter(0));
        reply(stampAfter(MILLI) - SECOND / 2);

        assertThat(answers).singleElement().isEqualTo(new Answer.Reply(MILLI, true));
    }

    @Test
    void isNotMovedByAClockThatIsSet() {
        desk.sent(echo.token, stampAfter(MILLI));
        clocks.now += 6 * MILLI;
        clocks.offset -= 3600 * SECOND;
        reply(stampAfter(6 * MILLI));

        assertThat(answers).containsExactly(new Answer.Reply(12 * MILLI, false));
    }

    @Test
    void countsAReplyThatTookLongerThanTheTimeOutAsALoss() {
        desk.sent(echo.token, stampAfter(0));
        reply(stampAfter(SECOND + 1));

        assertThat(answers).containsExactly(new Answer.Silence());
        assertThat(counters.all()).containsEntry(Count.LATE, 1L).containsEntry(Count.LOST, 1L);
    }

    @Test
    void tellsEachRequestOnce() {
        desk.sent(echo.token, stampAfter(0));
        reply(stampAfter(MILLI));
        reply(stampAfter(MILLI));
        desk.failed(echo.token, 5);

        assertThat(answers).hasSize(1);
        assertThat(desk.waiting()).isZero();
        assertThat(counters.all()).containsEntry(Count.DUPLICATE, 1L);
    }

    @Test
    void knowsForgedTokens() {
        desk.replied(echo.token + 1, stampAfter(MILLI), endpoint -> true);
        desk.replied(echo.token, stampAfter(MILLI), endpoint -> false);

        assertThat(answers).isEmpty();
        assertThat(counters.all()).containsEntry(Count.FOREIGN, 2L);
    }

    private long stampAfter(long nanos) {
        clocks.now += nanos;
        desk.begin();
        return clocks.realtime();
    }

    private void reply(long stamp) {
        desk.begin();
        desk.replied(echo.token, stamp, echo.volley.target::equals);
    }

    private static final class Clocks implements KernelClock.Source {

        private long now = 100 * SECOND;
        private long offset = 1_700_000_000 * SECOND;

        @Override
        public long monotonic() {
            return now;
        }

        @Override
        public long realtime() {
            return now + offset;
        }
    }
}
