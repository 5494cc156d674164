package dev.noc.icmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.noc.icmp.Fault.Scope;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class NameServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "[::1]", "localhost"})
    void resolvesWhatNeedsNoNameService(String name) throws Exception {
        try (var names = new NameService()) {
            assertThat(names.resolve(name, Prefer.SYSTEM, PATIENCE).isLoopbackAddress())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host.test: Name or service not known",
                "host.test: No address associated with hostname",
                "host.test: Name does not resolve",
                "host.test: Name has no usable address",
                "host.test: invalid IPv6 address literal"
            })
    void blamesTheTargetForANameThatDoesNotExist(String words) {
        try (var names = failing(words)) {
            assertFault(names, Scope.TARGET, "There is no such name: host.test.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host.test: Temporary failure in name resolution",
                "host.test: Non-recoverable failure in name resolution",
                "host.test: System error",
                "host.test: Try again",
                "host.test: Non-recoverable error",
                "no such interface eth7"
            })
    void blamesTheProbeForANameServiceThatFails(String words) {
        try (var names = failing(words)) {
            assertFault(names, Scope.PROBE, "could not look up the name host.test (" + words + ")");
        }
    }

    @ParameterizedTest
    @CsvSource({"SYSTEM, ::1", "IPV4, 127.0.0.1", "IPV6, ::1"})
    void takesTheFirstAddressOfTheWantedKind(Prefer prefer, String expected) throws Exception {
        var both = new InetAddress[] {InetAddress.ofLiteral("::1"), InetAddress.ofLiteral("127.0.0.1")};
        try (var names = new NameService(name -> both)) {
            assertThat(names.resolve("host.test", prefer, PATIENCE)).isEqualTo(InetAddress.ofLiteral(expected));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "deadbeef.test", "10 mail.test", "1.2.3.4.5"})
    void takesNoNameForALiteral(String name) {
        assertThat(NameService.literal(name)).isEmpty();
    }

    @Test
    void looksUpThousandsOfNamesWithFewThreads() throws Exception {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor();
                var names = new NameService(name -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(100_000);
                    running.decrementAndGet();
                    return new InetAddress[] {InetAddress.getLoopbackAddress()};
                })) {
            var answers = IntStream.range(0, 3000)
                    .mapToObj(i -> callers.submit(() -> names.resolve("host" + i + ".test", Prefer.SYSTEM, PATIENCE)))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().isLoopbackAddress()).isTrue();
            }
        }
        assertThat(most.get()).isBetween(2, 64);
    }

    @Test
    void keepsTheReasonWhenTheJvmRepeatsAFailureWithoutIt() {
        try (var names = failing("host.test: Name does not resolve", "host.test")) {
            assertFault(names, Scope.TARGET, "There is no such name");
            assertFault(names, Scope.TARGET, "There is no such name");
        }
    }

    @Test
    void blamesTheProbeWhenNoReasonWasEverGiven() {
        try (var names = failing("host.test")) {
            assertFault(names, Scope.PROBE, "no reason given");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "224.0.0.1", "ff02::1"})
    void refusesWhatIsNotOneHost(String address) {
        try (var names = new NameService()) {
            assertThatThrownBy(() -> names.resolve(address, Prefer.SYSTEM, PATIENCE))
                    .isInstanceOf(UnresolvedException.class)
                    .hasMessageContaining(address + " is not the address of one host");
        }
    }

    @Test
    void givesUpOnANameServiceThatKeepsSilent() {
        var never = new CountDownLatch(1);
        try (var names = new NameService(name -> awaitForever(never))) {
            assertThatThrownBy(() -> names.resolve("host.test", Prefer.SYSTEM, Duration.ofMillis(20)))
                    .asInstanceOf(type(UnresolvedException.class))
                    .extracting(UnresolvedException::fault)
                    .isEqualTo(new Fault(
                            Scope.PROBE,
                            "This host could not look up the name host.test (no answer within 20 ms). Check its name"
                                    + " service: /etc/resolv.conf."));
        }
    }

    @Test
    void saysThatItWasClosed() {
        var names = new NameService();
        names.close();

        assertFault(names, Scope.PROBE, "was closed");
    }

    @Test
    void canBeInterruptedWhileTheNameServiceKeepsSilent() throws Exception {
        var asked = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var thrown = new AtomicReference<Exception>();
        try (var names = new NameService(name -> {
            asked.countDown();
            return awaitForever(never);
        })) {
            var caller = Thread.ofVirtual().start(() -> {
                try {
                    names.resolve("host.test", Prefer.SYSTEM, PATIENCE);
                } catch (InterruptedException | UnresolvedException e) {
                    thrown.set(e);
                }
            });
            asked.await();
            caller.interrupt();
            caller.join();
        }
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }

    private static NameService failing(String... words) {
        var left = new ArrayDeque<>(List.of(words));
        return new NameService(name -> {
            throw new UnknownHostException(left.poll());
        });
    }

    private static InetAddress[] awaitForever(CountDownLatch never) throws UnknownHostException {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException("the test ended");
    }

    private static void assertFault(NameService names, Scope scope, String reason) {
        assertThatThrownBy(() -> names.resolve("host.test", Prefer.SYSTEM, PATIENCE))
                .asInstanceOf(type(UnresolvedException.class))
                .extracting(UnresolvedException::fault)
                .satisfies(fault -> {
                    assertThat(fault.scope()).isEqualTo(scope);
                    assertThat(fault.reason()).contains(reason);
                });
    }
}
