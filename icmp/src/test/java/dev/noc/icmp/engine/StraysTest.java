package dev.noc.icmp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.linux.Endpoint;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class StraysTest {

    private final Strays strays = new Strays();

    @Test
    void areToldOnceAndToTheirOwnHost() {
        strays.late(volley("192.0.2.1", 0));
        strays.late(volley("192.0.2.1", 0));
        strays.duplicate(volley("192.0.2.1", 0));

        assertThat(strays.take(volley("192.0.2.2", 0))).isEqualTo(Strays.Tally.NONE);
        assertThat(strays.take(volley("192.0.2.1", 0))).isEqualTo(new Strays.Tally(2, 1));
        assertThat(strays.take(volley("192.0.2.1", 0))).isEqualTo(Strays.Tally.NONE);
    }

    @Test
    void ofATraceAreNobodysElse() {
        strays.late(volley("192.0.2.1", 3));
        assertThat(strays.take(volley("192.0.2.1", 0))).isEqualTo(Strays.Tally.NONE);

        strays.late(volley("192.0.2.1", 0));
        assertThat(strays.take(volley("192.0.2.1", 3))).isEqualTo(Strays.Tally.NONE);
        assertThat(strays.take(volley("192.0.2.1", 0))).isEqualTo(new Strays.Tally(1, 0));
    }

    private static Volley volley(String address, int ttl) {
        var shape = new Volley.Shape(1, 0, 1_000_000, 16, ttl);
        return new Volley(Endpoint.of(InetAddress.ofLiteral(address)), shape, (index, answer) -> {});
    }
}
