package dev.noc.probe.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.Fault;
import dev.noc.icmp.PingRequest;
import dev.noc.icmp.PingResult;
import dev.noc.icmp.Sample;
import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcmpCheckTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T09:00:00.123456789Z"), ZoneOffset.UTC);
    private static final Sample LOSS = new Sample.Loss();

    @Test
    void turnsABurstIntoAResult() throws Exception {
        var result = round(new PingResult(List.of(reply(11_900_000), LOSS, reply(12_400_000)), null));

        assertThat(result)
                .isEqualTo(new Result(
                        "gateway", Instant.parse("2026-11-20T09:00:00.123Z"), Arrays.asList(11.9, null, 12.4), null));
    }

    @Test
    void tellsWhyTheTargetIsSilent() throws Exception {
        var result = round(new PingResult(List.of(LOSS), new Fault(Fault.Scope.TARGET, "Destination Unreachable.")));

        assertThat(result.rttMillis()).containsExactly((Double) null);
        assertThat(result.error()).isEqualTo(new ResultError("target", "Destination Unreachable."));
    }

    @Test
    void tellsThatTheProbeCouldNotMeasure() throws Exception {
        var result = round(new PingResult(List.of(), new Fault(Fault.Scope.PROBE, "x".repeat(2_000))));

        assertThat(result.rttMillis()).isEmpty();
        assertThat(result.error()).isNotNull().satisfies(error -> {
            assertThat(error.scope()).isEqualTo("probe");
            assertThat(error.reason()).hasSize(500).endsWith("...");
        });
    }

    @ParameterizedTest
    @CsvSource({"1000, 100", "1500, 150", "2000, 200", "10000, 200"})
    void fitsTheBurstIntoTheInterval(long intervalMillis, long spacingMillis) throws Exception {
        var asked = new AtomicReference<PingRequest>();
        var pinger = new FakePinger(request -> {
            asked.set(request);
            return new PingResult(List.of(LOSS), null);
        });

        new IcmpCheck(pinger, CLOCK).round(target(intervalMillis));

        assertThat(asked)
                .hasValue(new PingRequest("127.0.0.1", 5, Duration.ofMillis(spacingMillis), Duration.ofSeconds(1)));
    }

    private static Result round(PingResult given) throws InterruptedException {
        return new IcmpCheck(new FakePinger(request -> given), CLOCK).round(target(10_000));
    }

    private static Assignment target(long intervalMillis) {
        return new Assignment("gateway", "Gateway", "127.0.0.1", "icmp", intervalMillis, true);
    }

    private static Sample reply(long nanos) {
        return new Sample.Reply(Duration.ofNanos(nanos));
    }
}
