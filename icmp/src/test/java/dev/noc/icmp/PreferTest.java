package dev.noc.icmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferTest {

    private static final InetAddress FOUR = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress SIX = InetAddress.ofLiteral("2001:db8::1");

    @ParameterizedTest
    @CsvSource({"SYSTEM, 2001:db8::1", "IPV4, 192.0.2.1", "IPV6, 2001:db8::1"})
    void choosesByKind(Prefer prefer, String expected) {
        assertThat(prefer.choose(List.of(SIX, FOUR))).isEqualTo(InetAddress.ofLiteral(expected));
    }

    @ParameterizedTest
    @CsvSource({"SYSTEM", "IPV4", "IPV6"})
    void takesWhatThereIs(Prefer prefer) {
        assertThat(prefer.choose(List.of(FOUR))).isEqualTo(FOUR);
        assertThat(prefer.choose(List.of(SIX))).isEqualTo(SIX);
    }
}
