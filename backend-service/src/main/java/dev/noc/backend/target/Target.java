package dev.noc.backend.target;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A host or service that is watched.
 *
 * @param id a slug, such as {@code google-dns}; never changes
 * @param address what the check calls an address: a host, for others with a port, or a URL
 * @param interval time between the starts of two rounds: its own, or the default
 * @param enabled false while it is paused
 * @param thresholds from when on it is DOWN, UP again or DEGRADED
 * @param settings the fields that only its check has, as far as they were given
 * @param provisioned true when it comes from the targets file, and only that file may change it
 */
public record Target(
        String id,
        String name,
        String address,
        CheckKind check,
        Duration interval,
        boolean enabled,
        List<String> tags,
        Thresholds thresholds,
        Map<String, Object> settings,
        boolean provisioned) {

    /** Returns what its rounds are judged by. */
    public Expectation expectation() {
        return new Expectation(interval, thresholds);
    }
}
