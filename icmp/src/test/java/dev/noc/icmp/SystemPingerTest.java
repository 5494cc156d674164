package dev.noc.icmp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real ping command against this host's own addresses; nothing leaves the machine. */
@Timeout(30)
class SystemPingerTest {

    private static final SystemPinger pinger = new SystemPinger();

    @BeforeAll
    static void skipWithoutAPingThatWorks() throws InterruptedException {
        assumePingAnswers("127.0.0.1");
    }

    @AfterAll
    static void close() {
        pinger.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost"})
    void measuresThisHost(String address) throws InterruptedException {
        var result = pinger.ping(burst(address));

        assertThat(result.fault()).isNull();
        assertThat(result.samples()).hasSize(3).allSatisfy(SystemPingerTest::assertPlausible);
    }

    @Test
    void measuresThisHostOverIpv6() throws InterruptedException {
        assumePingAnswers("::1");

        assertThat(pinger.ping(burst("::1")).samples()).hasSize(3).allSatisfy(SystemPingerTest::assertPlausible);
    }

    @Test
    void passesItsOwnCheck() throws InterruptedException {
        assertThat(pinger.check()).isEmpty();
    }

    @Test
    void saysThatAnAddressMeansNobody() throws InterruptedException {
        var result = pinger.ping(burst("0.0.0.0"));

        assertThat(result.samples()).hasSize(3).containsOnly(new Sample.Loss());
        assertThat(result.fault()).extracting(Fault::scope).isEqualTo(Fault.Scope.TARGET);
    }

    private static PingRequest burst(String address) {
        return new PingRequest(address, 3, Duration.ofMillis(10), Duration.ofSeconds(2));
    }

    private static void assertPlausible(Sample sample) {
        assertThat(sample)
                .isInstanceOfSatisfying(
                        Sample.Reply.class,
                        reply -> assertThat(reply.roundTrip()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(2)));
    }

    /** Asks ping without our own code, so that a mistake of ours fails a test instead of skipping it. */
    private static void assumePingAnswers(String address) throws InterruptedException {
        try {
            var process = new ProcessBuilder("ping", "-c", "1", "-W", "2", address)
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            if (process.waitFor() != 0) {
                abort("SKIPPED: ping does not reach %s here: %s".formatted(address, said));
            }
        } catch (IOException e) {
            abort("SKIPPED: there is no ping command here; install iputils-ping. " + e.getMessage());
        }
    }
}
