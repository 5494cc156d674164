package dev.noc.probe.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {

    @ParameterizedTest
    @CsvSource({
        "example.org:443, example.org, 443",
        "127.0.0.1:22, 127.0.0.1, 22",
        "[2001:db8::1]:65535, 2001:db8::1, 65535"
    })
    void readsAHostWithItsPort(String text, String host, int port) {
        assertThat(HostPort.of(text)).isEqualTo(new HostPort(host, port));
    }

    @Test
    void addsThePortThatIsLeftOut() {
        assertThat(HostPort.of("[::1]", 53)).isEqualTo(new HostPort("::1", 53));
        assertThat(HostPort.of("dns.test:5353", 53)).isEqualTo(new HostPort("dns.test", 5353));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.org", "example.org:", ":443", "::1:443", "[::1]", "a:65536", "a b:1", "a:1:2"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> HostPort.of(text)).hasMessageContaining("is no host with a port");
    }
}
