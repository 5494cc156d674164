package dev.noc.probe.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.Fault;
import dev.noc.icmp.PingResult;
import dev.noc.icmp.Pinger;
import dev.noc.icmp.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class PingerHealthTest {

    @Test
    void isUpWhenThisHostAnswersItself() {
        var reply = new Sample.Reply(Duration.ofNanos(50_000));
        var health = new PingerHealth(pinger(new PingResult(List.of(reply), null))).health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("pinger", "nothing, for a test");
    }

    @Test
    void isDownAndSaysWhyWhenNothingCanBeSent() {
        var fault = new Fault(Fault.Scope.PROBE, "There is no ping command here.");
        var health = new PingerHealth(pinger(new PingResult(List.of(), fault))).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("reason", "There is no ping command here.");
    }

    private static Pinger pinger(PingResult given) {
        return new FakePinger(request -> given) {
            @Override
            public Optional<Fault> check() {
                return Optional.ofNullable(given.fault());
            }
        };
    }
}
