package dev.noc.probe.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.protocol.ResultError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnreachableTest {

    /** This host has a route to it, so a router must have said what the kernel tells. */
    private static final InetSocketAddress ROUTED = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 443);

    @Test
    void blamesTheTargetWhereARouterOnTheWayKnowsNoRoute() {
        var reason =
                "host.test cannot be reached: a router on the way says so, or nothing on its network has the address"
                        + " 127.0.0.1.";

        assertThat(because(new NoRouteToHostException("No route to host"))).isEqualTo(target(reason));
        assertThat(because(new SocketException("Network is unreachable"))).isEqualTo(target(reason));
    }

    @Test
    void blamesTheTargetWhereTheKernelGaveUp() {
        assertThat(because(new ConnectException("Connection timed out")))
                .isEqualTo(target("host.test does not answer on port 443 within 1,000 ms."));
    }

    @Test
    void blamesTheTargetForBreakingOff() {
        assertThat(because(new SocketException("Connection reset")))
                .isEqualTo(target("host.test breaks connections off before they are open."));
    }

    @Test
    void blamesTheProbeForTooManyOpenFiles() {
        assertThat(because(new SocketException("Too many open files")))
                .isEqualTo(new ResultError(
                        "probe",
                        "This probe has too many open files. Raise its limit (`ulimit -n`, in Compose: 'ulimits'), or"
                                + " watch fewer targets."));
    }

    @Test
    void blamesTheProbeForAFirewallOfItsOwn() {
        assertThat(because(new SocketException("Operation not permitted")))
                .isEqualTo(new ResultError(
                        "probe",
                        "This host has no way to 127.0.0.1 (Operation not permitted). Check its network: `ip route get"
                                + " 127.0.0.1`."));
    }

    private static ResultError because(IOException failure) {
        return Unreachable.because(failure, "host.test", ROUTED, Duration.ofSeconds(1));
    }

    private static ResultError target(String reason) {
        return new ResultError("target", reason);
    }
}
