package dev.noc.protocol;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as they cross the wire: UTC, ISO 8601, always with milliseconds, such as {@code 2026-11-20T09:00:00.000Z}. */
public final class WireTime {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private WireTime() {}

    public static String format(Instant time) {
        return MILLIS.format(time);
    }
}
