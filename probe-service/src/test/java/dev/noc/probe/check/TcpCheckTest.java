package dev.noc.probe.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.noc.icmp.NameService;
import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@Timeout(20)
class TcpCheckTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T09:00:00.123456789Z"), ZoneOffset.UTC);
    private static final Settings SETTINGS = new Settings(JsonMapper.shared());

    private final RoundThreads threads = new RoundThreads();
    private NameService names = new NameService();

    @AfterEach
    void close() {
        threads.close();
        names.close();
    }

    @Test
    void opensAConnectionForEachSample() throws Exception {
        try (var server = Ports.open()) {
            var result = round("localhost:" + server.getLocalPort(), Map.of("count", 3, "prefer", "ipv4"));

            var visitors = new HashSet<Integer>();
            for (int i = 0; i < 3; i++) {
                try (var visitor = server.accept()) {
                    visitors.add(visitor.getPort());
                }
            }
            assertThat(visitors).hasSize(3);
            assertThat(result.time()).isEqualTo("2026-11-20T09:00:00.123Z");
            assertThat(result.rttMillis())
                    .hasSize(3)
                    .allSatisfy(millis -> assertThat(millis).isPositive());
            assertThat(result.error()).isNull();
            assertThat(result.attributes())
                    .containsEntry("address", "127.0.0.1")
                    .containsKey("resolveMillis");
        }
    }

    @Test
    void tellsThatAPortIsClosed() throws Exception {
        var port = Ports.closed();

        var result = round("127.0.0.1:" + port, Map.of("count", 2));

        assertThat(result.rttMillis()).containsExactly(null, null);
        assertThat(result.error())
                .isEqualTo(new ResultError("target", "127.0.0.1 refuses connections on port %d.".formatted(port)));
        assertThat(result.attributes()).containsEntry("address", "127.0.0.1");
    }

    @Test
    void tellsThatAHostIsSilent() throws Exception {
        try (var silent = new Ports.Silent()) {
            var result = round("127.0.0.1:" + silent.port(), Map.of("count", 1, "timeoutMillis", 50));

            assertThat(result.rttMillis()).containsExactly((Double) null);
            assertThat(result.error())
                    .isEqualTo(new ResultError(
                            "target", "127.0.0.1 does not answer on port %d within 50 ms.".formatted(silent.port())));
        }
    }

    /** The kernel refuses at once to connect to a broadcast address. */
    @Test
    void blamesTheProbeWhereThisHostHasNoWay() throws Exception {
        var result = round("127.255.255.255:9", Map.of());

        assertThat(result.rttMillis()).isEmpty();
        assertThat(result.error())
                .isEqualTo(new ResultError(
                        "probe",
                        "This host has no way to 127.255.255.255 (Network is unreachable)."
                                + " Check its network: `ip route get 127.255.255.255`."));
    }

    @Test
    void losesEverySampleToANameThatDoesNotExist() throws Exception {
        names = new NameService(name -> {
            throw new UnknownHostException(name + ": Name or service not known");
        });

        var result = round("host.test:443", Map.of("count", 2));

        assertThat(result.rttMillis()).containsExactly(null, null);
        assertThat(result.error())
                .isEqualTo(
                        new ResultError("target", "There is no such name: host.test. Correct the target's address."));
        assertThat(result.attributes()).isNull();
    }

    @Test
    void returnsBeforeTheNameServiceAnswers() throws Exception {
        var asked = new CountDownLatch(1);
        names = new NameService(name -> {
            awaitUninterruptibly(asked);
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });
        try (var server = Ports.open()) {
            var round = check().round(target("host.test:" + server.getLocalPort(), Map.of()));
            assertThat(round).isNotDone();

            asked.countDown();
            assertThat(round.get().error()).isNull();
        }
    }

    @Test
    void saysNothingOfTheTargetWhenTheProbeStops() throws Exception {
        try (var silent = new Ports.Silent()) {
            var checks = new Checks(List.of(check()), CLOCK);
            var round =
                    checks.round(target("127.0.0.1:" + silent.port(), Map.of("count", 20, "timeoutMillis", 60_000)));

            threads.close();

            assertThat(round).isCompleted();
            assertThat(round.get().rttMillis()).isEmpty();
            assertThat(round.get().error())
                    .isEqualTo(new ResultError("probe", "The probe was stopped during the round."));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:80, count, 21",
        "127.0.0.1:80, count, 0",
        "127.0.0.1:80, spacingMillis, 9",
        "127.0.0.1:80, timeoutMillis, 60001",
        "127.0.0.1:80, prefer, ipv5",
        "127.0.0.1, count, 1",
        "127.0.0.1:0, count, 1",
        "::1:80, count, 1"
    })
    void cannotDoWhatMakesNoSense(String address, String field, String value) {
        var senseless = target(address, Map.of(field, value));

        assertThatThrownBy(() -> check().round(senseless)).isInstanceOf(Settings.UnfitSettingsException.class);
    }

    private Result round(String address, Map<String, Object> settings) throws Exception {
        return check().round(target(address, settings)).get();
    }

    private TcpCheck check() {
        return new TcpCheck(SETTINGS, names, threads, CLOCK);
    }

    private static Assignment target(String address, Map<String, Object> settings) {
        return new Assignment("gateway", "Gateway", address, "tcp", 1_000, true, settings);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) throws UnknownHostException {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new UnknownHostException("interrupted");
        }
    }
}
