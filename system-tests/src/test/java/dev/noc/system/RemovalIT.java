package dev.noc.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.system.machine.Need;
import dev.noc.system.machine.Needs;
import dev.noc.system.noc.Stack;
import dev.noc.system.noc.StackExtension;
import dev.noc.system.noc.Traces;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The end of the stack that the other tests share: this runs after all of them. */
@Needs({Need.ENGINE, Need.NAMESPACES})
@ExtendWith(StackExtension.class)
@Order(Integer.MAX_VALUE)
class RemovalIT {

    private final Stack noc;

    RemovalIT(Stack noc) {
        this.noc = noc;
    }

    @Test
    void leavesNothing() {
        assertThat(noc.checkout().script("remove-app.sh").succeed().lines())
                .containsSubsequence(
                        "Removing app...",
                        "Stopping containers...",
                        "Removing containers...",
                        "Removing network...",
                        "Removing volume...",
                        "Removing images...",
                        "Removed app. All traces deleted.");

        assertThat(Traces.inEngine()).isEmpty();
        assertThat(noc.checkout().path(".env")).doesNotExist();
        assertThat(noc.checkout().additions()).isEmpty();
    }
}
