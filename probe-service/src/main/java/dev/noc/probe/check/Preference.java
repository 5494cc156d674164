package dev.noc.probe.check;

import dev.noc.icmp.Prefer;
import org.jspecify.annotations.Nullable;

/** The field {@code prefer}, which several checks have: which address of a name is taken. */
public final class Preference {

    private Preference() {}

    /**
     * Reads the field.
     *
     * @throws IllegalArgumentException unless it is {@code ipv4}, {@code ipv6} or missing
     */
    public static Prefer of(@Nullable String field) {
        return switch (field) {
            case null -> Prefer.SYSTEM;
            case "ipv4" -> Prefer.IPV4;
            case "ipv6" -> Prefer.IPV6;
            default ->
                throw new IllegalArgumentException("'prefer' must be 'ipv4' or 'ipv6', not '%s'".formatted(field));
        };
    }
}
