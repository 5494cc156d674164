package dev.noc.protocol;

import java.time.Duration;

/**
 * A target as a probe sees it: one element of {@code GET /api/v1/targets}.
 *
 * @param id a slug, such as {@code google-dns}
 * @param name what people call it
 * @param address a host name, an IPv4 address or an IPv6 address without brackets
 * @param check how it is watched, such as {@code icmp}
 * @param intervalMillis time between the starts of two rounds
 * @param enabled false while it is paused
 */
public record Assignment(String id, String name, String address, String check, long intervalMillis, boolean enabled) {

    /** Returns the time between the starts of two rounds. */
    public Duration interval() {
        return Duration.ofMillis(intervalMillis);
    }
}
