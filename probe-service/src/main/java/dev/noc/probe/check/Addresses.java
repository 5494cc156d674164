package dev.noc.probe.check;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Addresses as people write them. */
public final class Addresses {

    private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?::|$)");

    private Addresses() {}

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
