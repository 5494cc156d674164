package dev.noc.probe.check;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as people write them. */
public final class Addresses {

    private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?::|$)");

    private Addresses() {}

    /** Returns the address that a text is, without asking any name service. */
    public static Optional<InetAddress> literal(String text) {
        if (text.isEmpty() || (text.charAt(0) != ':' && Character.digit(text.charAt(0), 16) < 0)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns {@code 192.0.2.1} or {@code 2001:db8::1}: the longest run of zeros is left out (RFC 5952). */
    public static String text(InetAddress address) {
        var text = address.getHostAddress();
        return address instanceof Inet6Address ? shorten(text) : text;
    }

    private static String shorten(String text) {
        return ZEROS.matcher(text)
                .results()
                .max(Comparator.comparingInt(run -> run.group().length()))
                .map(run -> text.substring(0, run.start()) + "::" + text.substring(run.end()))
                .orElse(text);
    }
}
