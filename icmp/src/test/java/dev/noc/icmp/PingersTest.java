package dev.noc.icmp;

import static dev.noc.icmp.lab.Network.FAR;
import static dev.noc.icmp.lab.Network.NEAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.Pingers.Choice;
import dev.noc.icmp.lab.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PingersTest {

    private final Network network = Network.open();

    PingersTest() throws Exception {}

    @AfterAll
    void close() {
        network.close();
    }

    @Test
    void takesADatagramSocketWhereAnybodyMay() throws Exception {
        assertThat(reasonOf(network.asNobodyOn(NEAR, Pingers::best))).contains("datagram sockets", "may open them");
    }

    @Test
    void takesARawSocketWhereOnlyRootMay() throws Exception {
        assertThat(reasonOf(network.on(FAR, Pingers::best))).contains("raw ICMP sockets", "closed to this process");
    }

    @Test
    void takesThePingCommandWhereNothingElseIsAllowedAndSaysHowToLetItIn() throws Exception {
        assertThat(reasonOf(network.asNobodyOn(FAR, Pingers::best)))
                .contains("the system's ping command", "sysctl -w net.ipv4.ping_group_range=");
    }

    @Test
    void leavesNothingOpenAfterAThousandTimes() throws Exception {
        int cycles = 1000;
        Callable<String> cycle = () -> {
            try (var pinger = Pingers.best().pinger()) {
                return String.valueOf(pinger.check());
            }
        };
        network.on(NEAR, cycle);
        int filesBefore = openFiles();
        long memoryBefore = residentKib();

        network.on(NEAR, () -> {
            for (int i = 0; i < cycles; i++) {
                assertThat(cycle.call()).isEqualTo("Optional.empty");
            }
            return cycles;
        });

        assertThat(openFiles()).isLessThanOrEqualTo(filesBefore);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("icmp-engine") || name.startsWith("name-lookup"));
        assertThat(residentKib() - memoryBefore)
                .describedAs("growth in KiB; one leaked arena has more than 1,000")
                .isLessThan(200_000);
    }

    private static String reasonOf(Choice choice) {
        choice.pinger().close();
        return choice.reason();
    }

    private static int openFiles() throws IOException {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return (int) files.count();
        }
    }

    private static long residentKib() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
