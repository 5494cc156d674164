package dev.noc.protocol;

import java.time.Duration;
import java.util.Map;

/**
 * A target as a probe sees it: one element of {@code GET /api/v1/targets}.
 *
 * @param id a slug, such as {@code google-dns}
 * @param name what people call it
 * @param address what the check calls an address: for {@code icmp} a host, for others with a port, or a URL
 * @param check how it is watched, such as {@code icmp}
 * @param intervalMillis time between the starts of two rounds
 * @param enabled false while it is paused
 * @param settings the check's own fields, beside the others in JSON: text, numbers, booleans and lists of them
 */
public record Assignment(
        String id,
        String name,
        String address,
        String check,
        long intervalMillis,
        boolean enabled,
        Map<String, Object> settings) {

    public Assignment {
        settings = Map.copyOf(settings);
    }

    /** A target that is watched as its check does where nothing else is asked for. */
    public Assignment(String id, String name, String address, String check, long intervalMillis, boolean enabled) {
        this(id, name, address, check, intervalMillis, enabled, Map.of());
    }

    /** Returns the time between the starts of two rounds. */
    public Duration interval() {
        return Duration.ofMillis(intervalMillis);
    }
}
