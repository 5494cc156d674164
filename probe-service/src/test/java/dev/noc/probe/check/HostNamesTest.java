package dev.noc.probe.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import dev.noc.icmp.Prefer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class HostNamesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void resolvesWhatNeedsNoNameService(String name) throws Exception {
        try (var names = new HostNames()) {
            assertThat(names.resolve(name, Prefer.SYSTEM, PATIENCE).isLoopbackAddress())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"SYSTEM, ::1", "IPV4, 127.0.0.1", "IPV6, ::1"})
    void takesTheFirstAddressOfTheWantedKind(Prefer prefer, String expected) throws Exception {
        try (var names = new HostNames(name -> new InetAddress[] {address("::1"), address("127.0.0.1")})) {
            assertThat(names.resolve("host.test", prefer, PATIENCE)).isEqualTo(address(expected));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "224.0.0.1", "ff02::1"})
    void refusesWhatSomeoneElseWouldAnswerFor(String literal) {
        try (var names = new HostNames()) {
            assertError(names, literal, "target", literal + " is not the address of one host.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host.test: Name or service not known",
                "host.test: No address associated with hostname",
                "host.test: Name does not resolve",
                "host.test: Name has no usable address"
            })
    void blamesTheTargetForANameThatDoesNotExist(String words) {
        try (var names = failing(words)) {
            assertError(names, "host.test", "target", "There is no such name: host.test.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host.test: Temporary failure in name resolution",
                "host.test: Non-recoverable failure in name resolution",
                "host.test: Try again"
            })
    void blamesTheProbeForANameServiceThatFails(String words) {
        try (var names = failing(words)) {
            assertError(names, "host.test", "probe", "could not look up the name host.test (" + words + ")");
        }
    }

    /** The JVM repeats a failure by the name alone. */
    @Test
    void remembersTheReasonThatTheJvmForgets() {
        try (var names = failing("host.test: Name or service not known", "host.test")) {
            assertError(names, "host.test", "target", "There is no such name: host.test.");
            assertError(names, "host.test", "target", "There is no such name: host.test.");
        }
    }

    @Test
    void doesNotWaitForeverForANameService() {
        var never = new CountDownLatch(1);
        try (var names = new HostNames(name -> {
            awaitInLookup(never);
            throw new UnknownHostException(name);
        })) {
            assertThatThrownBy(() -> names.resolve("host.test", Prefer.SYSTEM, Duration.ofMillis(20)))
                    .hasMessageContaining("(no answer within 20 ms)");
        }
    }

    @Test
    void asksNoMoreThanThirtyTwoTimesAtOnce() throws Exception {
        var going = new CountDownLatch(1);
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        try (var names = new HostNames(name -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    awaitInLookup(going);
                    atOnce.decrementAndGet();
                    return new InetAddress[] {address("127.0.0.1")};
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(() -> names.resolve("host.test", Prefer.SYSTEM, PATIENCE)))
                    .toList();
            await().until(() -> atOnce.get() == 32);
            going.countDown();

            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(address("127.0.0.1"));
            }
            assertThat(most).hasValue(32);
        }
    }

    private static void assertError(HostNames names, String name, String scope, String words) {
        assertThatThrownBy(() -> names.resolve(name, Prefer.SYSTEM, PATIENCE))
                .asInstanceOf(type(UnresolvedException.class))
                .extracting(UnresolvedException::error)
                .satisfies(error -> {
                    assertThat(error.scope()).isEqualTo(scope);
                    assertThat(error.reason()).contains(words);
                });
    }

    private static void awaitInLookup(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HostNames failing(String... words) {
        Iterator<String> next = List.of(words).iterator();
        return new HostNames(name -> {
            throw new UnknownHostException(next.next());
        });
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
