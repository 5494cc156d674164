package dev.noc.icmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Output recorded from busybox 1.35; it never prints the ICMP errors of routers, so they are plain losses. */
class BusyboxOutputTest {

    @Test
    void readsAReplyOverIpv4() {
        assertThat(PingOutput.read("""
                PING 10.50.2.2 (10.50.2.2): 56 data bytes
                64 bytes from 10.50.2.2: seq=0 ttl=63 time=0.083 ms

                --- 10.50.2.2 ping statistics ---
                1 packets transmitted, 1 packets received, 0% packet loss
                round-trip min/avg/max = 0.083/0.083/0.083 ms
                """, 0, "10.50.2.2")).isEqualTo(Outcome.reply(Duration.ofNanos(83_000)));
    }

    @Test
    void readsAReplyOverIpv6() {
        assertThat(PingOutput.read("""
                PING fd50:2::2 (fd50:2::2): 56 data bytes
                64 bytes from fd50:2::2: seq=0 ttl=63 time=0.091 ms

                --- fd50:2::2 ping statistics ---
                1 packets transmitted, 1 packets received, 0% packet loss
                round-trip min/avg/max = 0.091/0.091/0.091 ms
                """, 0, "fd50:2::2")).isEqualTo(Outcome.reply(Duration.ofNanos(91_000)));
    }

    @Test
    void readsSilenceAsALoss() {
        assertThat(PingOutput.read("""
                PING 10.50.2.77 (10.50.2.77): 56 data bytes

                --- 10.50.2.77 ping statistics ---
                1 packets transmitted, 0 packets received, 100% packet loss
                """, 1, "10.50.2.77")).isEqualTo(Outcome.loss());
    }

    @Test
    void blamesTheProbeWhenNoSocketMayBeOpened() {
        assertThat(PingOutput.read("""
                PING 127.0.0.1 (127.0.0.1): 56 data bytes
                ping: permission denied (are you root?)
                """, 1, "127.0.0.1"))
                .isEqualTo(Outcome.failed(Complaint.NOT_PERMITTED.about("127.0.0.1")));
    }

    /** Of two words for the same, the second is musl's, the C library of Alpine's busybox. */
    @ParameterizedTest
    @CsvSource({
        "Network is unreachable, NO_ROUTE",
        "Network unreachable, NO_ROUTE",
        "No route to host, NO_ROUTE",
        "Host is unreachable, NO_ROUTE",
        "Cannot assign requested address, NO_ADDRESS",
        "Address not available, NO_ADDRESS",
        "Operation not permitted, FIREWALL",
        "Permission denied, PROHIBITED",
        "Invalid argument, DISCARDED",
        "Network is down, LINK_DOWN",
        "No buffer space available, BUFFERS_FULL"
    })
    void blamesTheProbeWhenARequestCannotLeave(String error, Complaint meant) {
        var outcome = PingOutput.read("""
                PING 10.94.4.1 (10.94.4.1): 56 data bytes
                ping: sendto: %s
                """.formatted(error), 1, "10.94.4.1");

        assertThat(outcome).isEqualTo(Outcome.failed(meant.about("10.94.4.1")));
    }
}
