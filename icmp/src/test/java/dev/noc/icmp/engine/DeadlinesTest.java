package dev.noc.icmp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.linux.Endpoint;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private final Deadlines deadlines = new Deadlines();

    @Test
    void expiresWhatIsDueWhateverItsTimeOut() {
        var slow = add(0, 1000);
        var quick = add(10, 5);
        var later = add(20, 5);

        assertThat(deadlines.next()).isEqualTo(15);
        assertThat(expire(15)).containsExactly(quick);
        assertThat(expire(24)).isEmpty();
        assertThat(expire(1000)).containsExactlyInAnyOrder(slow, later);
        assertThat(deadlines.next()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void passesOverWhatWasAnswered() {
        add(0, 5).state = Echo.State.ANSWERED;
        add(1, 5);

        assertThat(expire(2)).isEmpty();
        assertThat(deadlines.next()).isEqualTo(6);
    }

    @Test
    void keepsThousandsOfDifferentTimeOuts() {
        for (int i = 1; i <= 1000; i++) {
            add(0, i);
        }

        assertThat(expire(500)).hasSize(500);
        assertThat(expire(1000)).hasSize(500);
    }

    private Echo add(long sent, long timeout) {
        var shape = new Volley.Shape(1, 0, timeout, 16, 0);
        var echo = new Echo(new Volley(Endpoint.of(InetAddress.getLoopbackAddress()), shape, (index, answer) -> {}), 0);
        echo.deadline = sent + timeout;
        deadlines.add(echo);
        return echo;
    }

    private List<Echo> expire(long time) {
        var overdue = new ArrayList<Echo>();
        deadlines.expire(time, overdue::add);
        return overdue;
    }
}
