package dev.noc.backend.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ChoresTest {

    private final AtomicInteger failures = new AtomicInteger(2);
    private final AtomicInteger done = new AtomicInteger();

    private final Chore failing = new Chore() {
        @Override
        public String purpose() {
            return "try";
        }

        @Override
        public boolean doSome() {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
            }
            return false;
        }
    };

    private final Chore counting = new Chore() {
        @Override
        public String purpose() {
            return "count";
        }

        @Override
        public boolean doSome() {
            return done.incrementAndGet() % 3 != 0;
        }
    };

    private final Chores chores = new Chores(List.of(failing, counting));

    @Test
    void choreThatFailsKeepsNoOtherFromItsTurn() {
        chores.run();

        assertThat(done).hasValue(3);
    }

    @Test
    void failureIsLoggedOnceUntilItIsOver(CapturedOutput output) {
        chores.run();
        chores.run();
        chores.run();
        chores.run();

        assertThat(output.getAll()).containsOnlyOnce("Cannot try").containsOnlyOnce("It works again to try");
    }
}
