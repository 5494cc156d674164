package dev.noc.icmp;

import static dev.noc.icmp.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.Fault.Scope;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Output recorded from iputils 20221126 between network namespaces. */
class IputilsOutputTest {

    private static final String SILENCE = """
            PING 10.50.2.77 (10.50.2.77) 56(84) bytes of data.

            --- 10.50.2.77 ping statistics ---
            1 packets transmitted, 0 received, 100% packet loss, time 0ms

            """;

    @Test
    void readsAReplyOverIpv4() {
        assertThat(PingOutput.read("""
                PING 10.50.2.2 (10.50.2.2) 56(84) bytes of data.
                64 bytes from 10.50.2.2: icmp_seq=1 ttl=63 time=0.348 ms

                --- 10.50.2.2 ping statistics ---
                1 packets transmitted, 1 received, 0% packet loss, time 0ms
                rtt min/avg/max/mdev = 0.348/0.348/0.348/0.000 ms
                """, 0, "10.50.2.2")).isEqualTo(Outcome.reply(Duration.ofNanos(348_000)));
    }

    @Test
    void readsAReplyOverIpv6() {
        assertThat(PingOutput.read("""
                PING fd50:2::2(fd50:2::2) 56 data bytes
                64 bytes from fd50:2::2: icmp_seq=1 ttl=63 time=0.106 ms

                --- fd50:2::2 ping statistics ---
                1 packets transmitted, 1 received, 0% packet loss, time 0ms
                rtt min/avg/max/mdev = 0.106/0.106/0.106/0.000 ms
                """, 0, "fd50:2::2")).isEqualTo(Outcome.reply(Duration.ofNanos(106_000)));
    }

    @ParameterizedTest
    @CsvSource({"0.031, 31000", "1.07, 1070000", "12.4, 12400000", "150, 150000000", "1003, 1003000000"})
    void readsEveryPrecisionThatPingPrints(String printed, long nanos) {
        assertThat(PingOutput.read(
                        "64 bytes from 10.50.2.2: icmp_seq=1 ttl=63 time=" + printed + " ms\n", 0, "10.50.2.2"))
                .isEqualTo(Outcome.reply(Duration.ofNanos(nanos)));
    }

    @Test
    void takesACorruptedPayloadForAReplyAsPingDoes() {
        assertThat(PingOutput.read("""
                PING 10.92.0.3 (10.92.0.3) 56(84) bytes of data.
                64 bytes from 10.92.0.3: icmp_seq=1 ttl=64 time=0.405 ms
                wrong data byte #22 should be 0x16 but was 0x17
                #16\t10 11 12 13 14 15 17 17 18 19 1a 1b 1c 1d 1e 1f 20 21 22 23 24 25 26 27 28 29 2a 2b 2c 2d 2e 2f\s
                #48\t30 31 32 33 34 35 36 37\s

                --- 10.92.0.3 ping statistics ---
                1 packets transmitted, 1 received, 0% packet loss, time 0ms
                rtt min/avg/max/mdev = 0.405/0.405/0.405/0.000 ms
                """, 0, "10.92.0.3")).isEqualTo(Outcome.reply(Duration.ofNanos(405_000)));
    }

    @Test
    void readsSilenceAsALoss() {
        assertThat(PingOutput.read(SILENCE, 1, "10.50.2.77")).isEqualTo(Outcome.loss());
    }

    @Test
    void doesNotTakeARedirectForAnError() {
        assertThat(PingOutput.read("""
                PING 10.93.0.1 (10.93.0.1) 56(84) bytes of data.
                From 10.50.1.2: icmp_seq=1 Redirect Host(New nexthop: 10.50.1.1)

                --- 10.93.0.1 ping statistics ---
                1 packets transmitted, 0 received, 100% packet loss, time 0ms

                """, 1, "10.93.0.1")).isEqualTo(Outcome.loss());
    }

    @Nested
    class BlamesTheTargetWhen {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Destination Host Unreachable",
                    "Destination Net Unreachable",
                    "Destination Port Unreachable",
                    "Destination Protocol Unreachable",
                    "Destination Net Prohibited",
                    "Destination Host Prohibited",
                    "Packet filtered",
                    "Time to live exceeded",
                    "Destination unreachable: No route",
                    "Destination unreachable: Address unreachable",
                    "Destination unreachable: Administratively prohibited",
                    "Destination unreachable: Unknown code 5",
                    "Time exceeded: Hop limit"
                })
        void aRouterReports(String error) {
            var outcome = PingOutput.read("""
                    PING 10.95.1.1 (10.95.1.1) 56(84) bytes of data.
                    From 10.50.1.2 icmp_seq=1 %s

                    --- 10.95.1.1 ping statistics ---
                    1 packets transmitted, 0 received, +1 errors, 100%% packet loss, time 0ms

                    """.formatted(error), 1, "10.95.1.1");

            assertThat(outcome).isEqualTo(Outcome.failed(Fault.ofTarget("10.50.1.2 says: " + error + ".")));
        }

        @Test
        void anIpv6RouterReports() {
            assertThat(PingOutput.read("""
                    PING fd95:1::1(fd95:1::1) 56 data bytes
                    From fd50:1::2 icmp_seq=1 Destination unreachable: No route

                    --- fd95:1::1 ping statistics ---
                    1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

                    """, 1, "fd95:1::1"))
                    .isEqualTo(Outcome.failed(Fault.ofTarget("fd50:1::2 says: Destination unreachable: No route.")));
        }

        @Test
        void someoneElseAnswers() {
            assertThat(PingOutput.read("""
                    PING 10.92.0.1 (10.92.0.1) 56(84) bytes of data.
                    64 bytes from 10.92.0.99: icmp_seq=1 ttl=64 time=0.414 ms (DIFFERENT ADDRESS!)

                    --- 10.92.0.1 ping statistics ---
                    1 packets transmitted, 1 received, 0% packet loss, time 0ms
                    rtt min/avg/max/mdev = 0.414/0.414/0.414/0.000 ms
                    """, 0, "10.92.0.1")).isEqualTo(doubted("10.92.0.99", "DIFFERENT ADDRESS!"));
        }

        @Test
        void theReplyIsCutShort() {
            assertThat(PingOutput.read("""
                    PING 10.92.0.4 (10.92.0.4) 56(84) bytes of data.
                    40 bytes from 10.92.0.4: icmp_seq=1 ttl=64 (truncated)

                    --- 10.92.0.4 ping statistics ---
                    1 packets transmitted, 1 received, 0% packet loss, time 0ms
                    rtt min/avg/max/mdev = 0.218/0.218/0.218/0.000 ms
                    """, 0, "10.92.0.4")).isEqualTo(doubted("10.92.0.4", "truncated"));
        }

        private static Outcome doubted(String who, String remark) {
            return Outcome.failed(
                    Fault.ofTarget("%s sent a reply that ping does not accept: %s.".formatted(who, remark)));
        }
    }

    @Nested
    class BlamesTheProbeWhen {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                    ping: connect: Network is unreachable                              | has no route to 10.0.0.9
                    ping: connect: No route to host                                    | has no route to 10.0.0.9
                    ping: connect: Invalid argument                                    | discards what goes to 10.0.0.9
                    ping: connect: Permission denied                                   | prohibits it
                    ping: Do you want to ping broadcast? Then -b. If not, check your local firewall rules | broadcast
                    ping: connect: Cannot assign requested address                     | switch IPv6 on
                    ping: sendmsg: Operation not permitted                             | firewall drops echo requests
                    ping: Warning: time of day goes back (-12us), taking countermeasures | clock was set back
                    """)
        void pingCannotSend(String printed, String advice) {
            assertFault(PingOutput.read(printed + "\n", 2, "10.0.0.9").fault(), Scope.PROBE, advice);
        }

        @Test
        void noSocketMayBeOpened() {
            assertThat(PingOutput.read("""
                    /usr/local/bin/ping: socktype: SOCK_RAW
                    /usr/local/bin/ping: socket: Operation not permitted
                    /usr/local/bin/ping: => missing cap_net_raw+p capability or setuid?
                    """, 2, "127.0.0.1"))
                    .isEqualTo(Outcome.failed(Complaint.NOT_PERMITTED.about("127.0.0.1")));
        }

        @Test
        void theClockWasSetBackAlthoughAReplyCame() {
            var outcome = PingOutput.read("""
                    PING 10.50.2.2 (10.50.2.2) 56(84) bytes of data.
                    ping: Warning: time of day goes back (-900us), taking countermeasures
                    64 bytes from 10.50.2.2: icmp_seq=1 ttl=63 time=0.000 ms

                    --- 10.50.2.2 ping statistics ---
                    1 packets transmitted, 1 received, 0% packet loss, time 0ms
                    """, 0, "10.50.2.2");

            assertFault(outcome.fault(), Scope.PROBE, "clock was set back");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "PING 10.50.2.2 (10.50.2.2) 56(84) bytes of data.\n", "0 packets transmitted, ..."})
        void nothingWasSent(String printed) {
            assertFault(PingOutput.read(printed, 143, "10.50.2.2").fault(), Scope.PROBE, "ended with code 143");
        }

        @Test
        void pingSpeaksInWordsThatWeDoNotKnow() {
            var fault = PingOutput.read("ping: the moon is\n  in the wrong house\n", 2, "10.0.0.9")
                    .fault();

            assertThat(fault)
                    .isEqualTo(Fault.ofProbe("The ping command ended with code 2 and said \"ping: the moon is in the"
                            + " wrong house\". Run `ping -c 1 10.0.0.9` by hand to see more."));
        }
    }
}
