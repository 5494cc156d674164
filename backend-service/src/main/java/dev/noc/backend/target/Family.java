package dev.noc.backend.target;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How targets say {@code prefer}: which addresses are taken of a name that has both kinds. */
final class Family {

    static final String PATTERN = "ipv4|ipv6";
    static final String ADVICE = "must be 'ipv4' or 'ipv6'";
    static final String DESCRIPTION = "ipv4 or ipv6, for a name that has addresses of both; the system's order";

    private Family() {}

    static @Nullable String plain(@Nullable String prefer) {
        return prefer == null ? null : prefer.toLowerCase(Locale.ROOT);
    }
}
