package dev.noc.backend.target;

import java.net.Inet6Address;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Tells what a host may be called: a name (RFC 1123), an IPv4 or an IPv6 address. Looks nothing up. */
final class Host {

    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
    private static final int MAX_NAME_LENGTH = 253;

    private Host() {}

    /** An IPv6 address stands without brackets. */
    static boolean is(String text) {
        return isAddress(text) || isName(text);
    }

    static boolean isAddress(String text) {
        return text.indexOf(':') >= 0 ? isIpv6(text) : IPV4.matcher(text).matches();
    }

    /** The last label of a name has a letter: {@code 8.8.8} and {@code 1.2.3.400} are misspelt addresses. */
    static boolean isName(String text) {
        var labels = text.split("\\.", -1);
        return text.length() <= MAX_NAME_LENGTH
                && LETTER.matcher(labels[labels.length - 1]).find()
                && Arrays.stream(labels).allMatch(label -> LABEL.matcher(label).matches());
    }

    private static boolean isIpv6(String text) {
        try {
            return !text.startsWith("[") && Inet6Address.ofLiteral(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
