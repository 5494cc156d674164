package dev.noc.icmp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PingRequestTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void refusesABlankAddressWhichWouldMeanThisHost() {
        assertThatThrownBy(() -> new PingRequest(" ", 1, SECOND, SECOND)).hasMessageContaining("address");
    }

    @Test
    void refusesABurstOfNothing() {
        assertThatThrownBy(() -> new PingRequest("127.0.0.1", 0, SECOND, SECOND))
                .hasMessageContaining("count");
    }

    @Test
    void refusesTimesThatRunBackwards() {
        assertThatThrownBy(() -> new PingRequest("127.0.0.1", 1, SECOND.negated(), SECOND))
                .hasMessageContaining("spacing");
        assertThatThrownBy(() -> new PingRequest("127.0.0.1", 1, SECOND, Duration.ZERO))
                .hasMessageContaining("time-out");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 15, 1401})
    void refusesASizeWithoutRoomForATokenOrBeyondAFrame(int size) {
        assertThatThrownBy(() -> new PingRequest("127.0.0.1", 1, SECOND, SECOND, size, Prefer.SYSTEM))
                .hasMessageContaining("size");
    }
}
