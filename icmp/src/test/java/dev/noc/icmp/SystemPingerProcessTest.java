package dev.noc.icmp;

import static dev.noc.icmp.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.Fault.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How processes are run and ended, shown with scripts in the place of ping. */
@Timeout(30)
class SystemPingerProcessTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path dir;

    @Test
    void sendsEachRequestAtItsOwnTimeWhetherTheEarlierOneWasAnsweredOrNot() throws Exception {
        var result = ping(script("""
                date +%s%N >> "$0.starts"
                while [ $(wc -l < "$0.starts") -lt 3 ]; do :; done
                echo "64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.5 ms"
                """), burst(3, Duration.ofMillis(100), SECOND));

        assertThat(result.samples()).hasSize(3).containsOnly(new Sample.Reply(Duration.ofNanos(500_000)));
        var starts = Files.readAllLines(dir.resolve("ping.starts")).stream()
                .map(Long::valueOf)
                .toList();
        assertThat(starts.get(2) - starts.get(0))
                .isGreaterThan(Duration.ofMillis(150).toNanos());
    }

    @Test
    void asksPingToWaitForWholeSecondsAndToUseNoNames() throws Exception {
        ping(script("echo \"$LC_ALL $*\" > \"$0.args\""), burst(1, Duration.ZERO, Duration.ofMillis(1200)));

        assertThat(dir.resolve("ping.args")).hasContent("C -n -c 1 -W 2 127.0.0.1");
    }

    @Test
    void tellsPingASizeThatIsNotTheUsualOne() throws Exception {
        ping(
                script("echo \"$*\" > \"$0.args\""),
                new PingRequest("127.0.0.1", 1, Duration.ZERO, SECOND, 1400, Prefer.SYSTEM));

        assertThat(dir.resolve("ping.args")).hasContent("-n -c 1 -W 1 -s 1400 127.0.0.1");
    }

    @Test
    void countsAReplyAfterTheTimeOutAsALoss() throws Exception {
        var late = script("echo '64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=501 ms'");

        assertThat(ping(late, burst(1, Duration.ZERO, Duration.ofMillis(500))).samples())
                .containsExactly(new Sample.Loss());
    }

    @Test
    void endsAProcessThatIsOverdue() throws Exception {
        var result = ping(script("echo $$ > \"$0.pid\"; exec sleep 60"), burst(1, Duration.ZERO, SECOND));

        assertFault(result.fault(), Scope.PROBE, "did not end in time");
        awaitEnd(pid());
    }

    @Test
    void endsItsProcessesWhenInterrupted() throws Exception {
        var slow = script("echo $$ > \"$0.new\"; mv \"$0.new\" \"$0.pid\"; exec sleep 60");
        var thrown = new AtomicReference<Exception>();

        var caller = Thread.ofVirtual().start(() -> {
            try {
                ping(slow, burst(1, Duration.ZERO, Duration.ofMinutes(1)));
            } catch (Exception e) {
                thrown.set(e);
            }
        });
        while (Files.notExists(dir.resolve("ping.pid"))) {
            Thread.onSpinWait();
        }
        caller.interrupt();
        caller.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        awaitEnd(pid());
    }

    @Test
    void saysWhatToInstallWhenThereIsNoPing() throws Exception {
        var fault =
                ping(dir.resolve("nowhere"), burst(1, Duration.ZERO, SECOND)).fault();

        assertFault(fault, Scope.PROBE, "no ping command", "iputils-ping");
    }

    @Test
    void saysThatPingMayNotBeRun() throws Exception {
        var plain = Files.writeString(dir.resolve("ping"), "not a program");

        var fault = ping(plain, burst(1, Duration.ZERO, SECOND)).fault();

        assertFault(fault, Scope.PROBE, "may not run the ping command", "ping_group_range");
    }

    private static PingResult ping(Path program, PingRequest request) throws InterruptedException {
        try (var pinger = new SystemPinger(List.of(program.toString()))) {
            return pinger.ping(request);
        }
    }

    private static PingRequest burst(int count, Duration spacing, Duration timeout) {
        return new PingRequest("127.0.0.1", count, spacing, timeout);
    }

    private Path script(String body) throws IOException {
        var file = Files.writeString(dir.resolve("ping"), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(dir.resolve("ping.pid")).strip());
    }

    private static void awaitEnd(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }
}
