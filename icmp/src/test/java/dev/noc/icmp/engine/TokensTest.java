package dev.noc.icmp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.linux.Endpoint;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final Volley VOLLEY = new Volley(
            Endpoint.of(InetAddress.getLoopbackAddress()), new Volley.Shape(1, 0, 1, 16, 0), (index, answer) -> {});

    private final Tokens tokens = new Tokens(4, 8);

    @Test
    void findsWhatItRegistered() {
        var first = register();
        var second = register();

        assertThat(tokens.find(first.token)).isSameAs(first);
        assertThat(tokens.find(second.token)).isSameAs(second);
        assertThat(tokens.find(99)).isNull();
    }

    @Test
    void growsWhileAllAreUnderWay() {
        var first = register();
        for (int i = 1; i < 8; i++) {
            register();
        }

        assertThat(tokens.find(first.token)).isSameAs(first);
        assertThat(tokens.hasRoom()).isFalse();
    }

    @Test
    void forgetsTheOldestThatIsOver() {
        var first = register();
        for (int i = 1; i < 4; i++) {
            register();
        }
        first.state = Echo.State.OVER;
        register();

        assertThat(tokens.find(first.token)).isNull();
        assertThat(tokens.wasGiven(first.token)).isTrue();
        assertThat(tokens.wasGiven(5)).isFalse();
        assertThat(tokens.wasGiven(-1)).isFalse();
    }

    @Test
    void walksBackOverTheTokensOfASequenceNumber() {
        var many = new Tokens(1 << 17, 1 << 17);
        for (int i = 0; i < 100_000; i++) {
            assertThat(many.hasRoom()).isTrue();
            many.register(new Echo(VOLLEY, 0));
        }

        assertThat(many.newest(7)).isEqualTo(65_536 + 7);
        assertThat(many.before(65_536 + 7)).isEqualTo(7);
        assertThat(many.before(7)).isNegative();
        assertThat(many.newest(65_535)).isEqualTo(65_535);
    }

    private Echo register() {
        assertThat(tokens.hasRoom()).isTrue();
        var echo = new Echo(VOLLEY, 0);
        tokens.register(echo);
        return echo;
    }
}
