package dev.noc.probe.check;

import java.util.regex.Pattern;

/**
 * A host and a port of it, such as {@code example.org:443} or {@code [2001:db8::1]:443}.
 *
 * @param host a name or a literal, without brackets
 */
public record HostPort(String host, int port) {

    private static final Pattern FORM = Pattern.compile("(?:\\[([^\\[\\]]+)]|([^:\\[\\]\\s]+))(?::(\\d{1,5}))?");
    private static final int NONE = -1;
    private static final int LARGEST = 65_535;

    /**
     * Reads a host that must have a port.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static HostPort of(String text) {
        return of(text, NONE);
    }

    /**
     * Reads a host that may have a port.
     *
     * @param preset the port of one that has none
     * @throws IllegalArgumentException when it is none
     */
    public static HostPort of(String text, int preset) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw unfit(text);
        }
        var port = parts.group(3) == null ? preset : Integer.parseInt(parts.group(3));
        if (port < 1 || port > LARGEST) {
            throw unfit(text);
        }
        return new HostPort(parts.group(1) == null ? parts.group(2) : parts.group(1), port);
    }

    private static IllegalArgumentException unfit(String text) {
        return new IllegalArgumentException(
                "'%s' is no host with a port, such as example.org:443 or [2001:db8::1]:443".formatted(text));
    }
}
