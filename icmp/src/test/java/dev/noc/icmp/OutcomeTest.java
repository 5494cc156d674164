package dev.noc.icmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Outcome REPLY = Outcome.reply(Duration.ofMillis(12));
    private static final Fault UNREACHABLE = Fault.ofTarget("10.50.1.2 says: Destination Host Unreachable.");
    private static final Fault NO_ROUTE = Fault.ofProbe("This host has no route.");

    @Test
    void keepsTheOrderOfSending() {
        var result = Outcome.sum(List.of(REPLY, Outcome.loss(), REPLY));

        assertThat(result.samples()).containsExactly(REPLY.sample(), new Sample.Loss(), REPLY.sample());
        assertThat(result.fault()).isNull();
    }

    @Test
    void saysWhySomeSamplesAreLost() {
        var result = Outcome.sum(List.of(REPLY, Outcome.failed(UNREACHABLE)));

        assertThat(result.samples()).containsExactly(REPLY.sample(), new Sample.Loss());
        assertThat(result.fault()).isEqualTo(UNREACHABLE);
    }

    @Test
    void saysNothingOfTheTargetWhenARequestCouldNotLeave() {
        var result = Outcome.sum(List.of(REPLY, Outcome.failed(UNREACHABLE), Outcome.failed(NO_ROUTE)));

        assertThat(result.samples()).isEmpty();
        assertThat(result.fault()).isEqualTo(NO_ROUTE);
    }

    @Test
    void countsALossForEachRequestWhenTheTargetIsToBlame() {
        var request = new PingRequest("host.test", 3, Duration.ZERO, Duration.ofSeconds(1));

        assertThat(PingResult.failed(request, UNREACHABLE).samples()).hasSize(3).containsOnly(new Sample.Loss());
    }

    @Test
    void refusesSamplesBesideAFaultOfOurOwn() {
        assertThatThrownBy(() -> new PingResult(List.of(new Sample.Loss()), NO_ROUTE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PingResult(List.of(), UNREACHABLE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PingResult(List.of(), null)).isInstanceOf(IllegalArgumentException.class);
    }
}
