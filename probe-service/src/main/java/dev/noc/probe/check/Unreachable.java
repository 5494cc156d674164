package dev.noc.probe.check;

import dev.noc.protocol.ResultError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.Locale;

/** Says why a port of a host could not be reached, and on whose side the reason lies. */
public final class Unreachable {

    private Unreachable() {}

    /**
     * Explains a failure to connect.
     *
     * @param host what people call it
     * @param timeout how long was waited
     */
    public static ResultError because(IOException failure, String host, InetSocketAddress to, Duration timeout) {
        return switch (failure) {
            case SocketTimeoutException e -> silent(host, to, timeout);
            case ConnectException e -> refused(e, host, to, timeout);
            case PortUnreachableException e ->
                Reasons.ofTarget(
                        "%s answers nothing on port %d: no program listens there.".formatted(host, to.getPort()));
            default -> unsent(failure, host, to.getAddress());
        };
    }

    private static ResultError refused(ConnectException e, String host, InetSocketAddress to, Duration timeout) {
        return words(e).contains("timed out")
                ? silent(host, to, timeout)
                : Reasons.ofTarget("%s refuses connections on port %d.".formatted(host, to.getPort()));
    }

    private static ResultError silent(String host, InetSocketAddress to, Duration timeout) {
        return Reasons.ofTarget(
                "%s does not answer on port %d within %,d ms.".formatted(host, to.getPort(), timeout.toMillis()));
    }

    /** The same error comes from this host's own routing table and from a router far away. */
    private static ResultError unsent(IOException failure, String host, InetAddress address) {
        var words = words(failure);
        if (words.contains("too many open files")) {
            return Reasons.ofProbe("This probe has too many open files. Raise its limit (`ulimit -n`, in Compose:"
                    + " 'ulimits'), or watch fewer targets.");
        }
        if (words.contains("reset")) {
            return Reasons.ofTarget("%s breaks connections off before they are open.".formatted(host));
        }
        var fromAfar = failure instanceof NoRouteToHostException || words.contains("unreachable");
        if (fromAfar && hasRouteTo(address)) {
            return Reasons.ofTarget(
                    "%s cannot be reached: a router on the way says so, or nothing on its network has the"
                                    .formatted(host)
                            + " address %s.".formatted(Addresses.text(address)));
        }
        return Reasons.ofProbe("This host has no way to %1$s (%2$s). Check its network: `ip route get %1$s`."
                .formatted(Addresses.text(address), failure.getMessage()));
    }

    /** Asks this host's routing table: to connect a datagram socket sends nothing. */
    private static boolean hasRouteTo(InetAddress address) {
        try (var channel = DatagramChannel.open()) {
            channel.connect(new InetSocketAddress(address, 9));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String words(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    }
}
