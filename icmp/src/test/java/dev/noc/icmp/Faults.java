package dev.noc.icmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What several tests expect of a fault. */
final class Faults {

    private Faults() {}

    static void assertFault(@Nullable Fault fault, Fault.Scope scope, String... words) {
        assertThat(fault).extracting(Fault::scope).isEqualTo(scope);
        assertThat(Objects.requireNonNull(fault).reason()).contains(words);
    }
}
