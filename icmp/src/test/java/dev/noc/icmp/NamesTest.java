package dev.noc.icmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.noc.icmp.Fault.Scope;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class NamesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "[::1]", "localhost"})
    void resolvesWhatNeedsNoNameService(String name) throws Exception {
        try (var names = new Names(InetAddress::getAllByName, PATIENCE)) {
            assertThat(names.resolve(name, Prefer.SYSTEM).isLoopbackAddress()).isTrue();
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

    @Test
    void asksOnceForANameAndNeverForALiteral() throws Exception {
        var asked = new ArrayList<String>();
        try (var names = new Names(
                name -> {
                    asked.add(name);
                    return new InetAddress[] {InetAddress.getLoopbackAddress()};
                },
                PATIENCE)) {
            assertThat(names.known("host.test", Prefer.SYSTEM)).isEmpty();
            names.resolve("host.test", Prefer.SYSTEM);
            names.resolve("host.test", Prefer.IPV6);
            names.resolve("192.0.2.1", Prefer.SYSTEM);

            assertThat(asked).containsExactly("host.test");
            assertThat(names.known("host.test", Prefer.SYSTEM)).contains(InetAddress.getLoopbackAddress());
        }
    }

    @Test
    void looksUpThousandsOfNamesWithFewThreads() throws Exception {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor();
                var names = new Names(
                        name -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            LockSupport.parkNanos(100_000);
                            running.decrementAndGet();
                            return new InetAddress[] {InetAddress.getLoopbackAddress()};
                        },
                        PATIENCE)) {
            var answers = IntStream.range(0, 3000)
                    .mapToObj(i -> callers.submit(() -> names.resolve("host" + i + ".test", Prefer.SYSTEM)))
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
        try (var names = new Names(InetAddress::getAllByName, PATIENCE)) {
            assertThatThrownBy(() -> names.resolve(address, Prefer.SYSTEM))
                    .isInstanceOf(UnresolvedException.class)
                    .hasMessageContaining(address + " is not the address of one host");
        }
    }

    @Test
    void givesUpOnANameServiceThatKeepsSilent() {
        var never = new CountDownLatch(1);
        try (var names = new Names(name -> awaitForever(never), Duration.ofMillis(20))) {
            assertFault(names, Scope.PROBE, "no answer within");
        }
    }

    @Test
    void canBeInterruptedWhileTheNameServiceKeepsSilent() throws Exception {
        var asked = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var thrown = new AtomicReference<Exception>();
        try (var names = new Names(
                name -> {
                    asked.countDown();
                    return awaitForever(never);
                },
                PATIENCE)) {
            var caller = Thread.ofVirtual().start(() -> {
                try {
                    names.resolve("host.test", Prefer.SYSTEM);
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

    private static Names failing(String... words) {
        var left = new ArrayDeque<>(List.of(words));
        return new Names(
                name -> {
                    throw new UnknownHostException(left.poll());
                },
                PATIENCE);
    }

    private static InetAddress[] awaitForever(CountDownLatch never) throws UnknownHostException {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException("the test ended");
    }

    private static void assertFault(Names names, Scope scope, String reason) {
        assertThatThrownBy(() -> names.resolve("host.test", Prefer.SYSTEM))
                .asInstanceOf(type(UnresolvedException.class))
                .extracting(UnresolvedException::fault)
                .satisfies(fault -> {
                    assertThat(fault.scope()).isEqualTo(scope);
                    assertThat(fault.reason()).contains(reason);
                });
    }
}
