package dev.noc.backend.target;

import java.time.Duration;
import java.util.List;

/**
 * A host or service that is watched.
 *
 * @param id a slug, such as {@code google-dns}; never changes
 * @param address a host name, an IPv4 address or an IPv6 address without brackets
 * @param interval time between the starts of two rounds: its own, or the default
 * @param enabled false while it is paused
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
        boolean provisioned) {}
