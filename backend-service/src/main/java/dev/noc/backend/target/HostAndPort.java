package dev.noc.backend.target;

import java.util.regex.Pattern;

/** Tells a host with a port, as URLs write it (RFC 3986): an IPv6 address stands in brackets. */
final class HostAndPort {

    private static final Pattern FORM =
            Pattern.compile("(\\[(?<ipv6>[^\\[\\]]*)]|(?<host>[^:\\[\\]]*))(:(?<port>\\d{1,5}))?");
    private static final int MAX_PORT = 65_535;

    private HostAndPort() {}

    static boolean is(String text) {
        return isWithPort(text, false);
    }

    /** The port may be left out. */
    static boolean isHostAndMaybePort(String text) {
        return isWithPort(text, true);
    }

    private static boolean isWithPort(String text, boolean mayLackPort) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return false;
        }
        var ipv6 = form.group("ipv6");
        var host = form.group("host");
        var port = form.group("port");
        return (port == null ? mayLackPort : isPort(Integer.parseInt(port)))
                && (ipv6 == null ? Host.is(host) : ipv6.indexOf(':') >= 0 && Host.isAddress(ipv6));
    }

    private static boolean isPort(int port) {
        return port >= 1 && port <= MAX_PORT;
    }
}
