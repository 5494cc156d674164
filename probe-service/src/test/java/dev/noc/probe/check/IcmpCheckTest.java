package dev.noc.probe.check;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.noc.icmp.Fault;
import dev.noc.icmp.PingRequest;
import dev.noc.icmp.PingResult;
import dev.noc.icmp.Prefer;
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
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class IcmpCheckTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T09:00:00.123456789Z"), ZoneOffset.UTC);
    private static final Settings SETTINGS = new Settings(JsonMapper.shared());
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
    void tellsWhatCameLateOrTwice() throws Exception {
        assertThat(round(new PingResult(List.of(LOSS, reply(1)), null, 2, 3)).attributes())
                .isEqualTo(Map.of("late", 2, "duplicates", 3));
        assertThat(round(new PingResult(List.of(LOSS), null, 1, 0)).attributes())
                .isEqualTo(Map.of("late", 1));
        assertThat(round(new PingResult(List.of(LOSS), null)).attributes()).isNull();
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
    @CsvSource({"1000, 50, 750", "1500, 75, 1000", "2000, 100, 1000", "10000, 200, 1000"})
    void endsTheBurstBeforeTheNextIsDue(long intervalMillis, long spacingMillis, long timeoutMillis) {
        var expected =
                new PingRequest("127.0.0.1", 5, Duration.ofMillis(spacingMillis), Duration.ofMillis(timeoutMillis));

        assertThat(requestFor(target(intervalMillis))).isEqualTo(expected);
    }

    @Test
    void sendsWhatTheTargetAsksFor() {
        var asked = target(Map.of(
                "count", 3, "spacingMillis", 20, "timeoutMillis", 250, "sizeBytes", 1200, "prefer", "ipv6", "x", true));

        assertThat(requestFor(asked))
                .isEqualTo(new PingRequest(
                        "127.0.0.1", 3, Duration.ofMillis(20), Duration.ofMillis(250), 1200, Prefer.IPV6));
    }

    @ParameterizedTest
    @CsvSource({"count, 0", "timeoutMillis, soon", "prefer, ipv5", "sizeBytes, 70000"})
    void cannotDoWhatMakesNoSense(String field, String value) {
        assertThatThrownBy(() -> requestFor(target(Map.of(field, value))))
                .isInstanceOf(Settings.UnfitSettingsException.class);
    }

    private static PingRequest requestFor(Assignment target) {
        var asked = new AtomicReference<PingRequest>();
        var pinger = new FakePinger(request -> {
            asked.set(request);
            return new PingResult(List.of(LOSS), null);
        });
        assertThat(new IcmpCheck(pinger, SETTINGS, CLOCK).round(target)).isCompleted();
        return requireNonNull(asked.get());
    }

    private static Result round(PingResult given) throws Exception {
        return new IcmpCheck(new FakePinger(request -> given), SETTINGS, CLOCK)
                .round(target(10_000))
                .get();
    }

    private static Assignment target(long intervalMillis) {
        return new Assignment("gateway", "Gateway", "127.0.0.1", "icmp", intervalMillis, true);
    }

    private static Assignment target(Map<String, Object> settings) {
        return new Assignment("gateway", "Gateway", "127.0.0.1", "icmp", 10_000, true, settings);
    }

    private static Sample reply(long nanos) {
        return new Sample.Reply(Duration.ofNanos(nanos));
    }
}
