package dev.noc.backend.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "2001:db8::1",
                "::1",
                "::ffff:192.0.2.1",
                "localhost",
                "example.org",
                "my_host",
                "a-1.b"
            })
    void mayBe(String text) {
        assertThat(Host.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "192.0.2",
                "192.0.2.256",
                "1.2.3.4.5",
                "[::1]",
                "::g",
                "1::2::3",
                "example.org:80",
                "http://example.org",
                "example.org/path",
                "-a.example",
                "a..b",
                "a b",
                "exämple.org",
                "-W1",
                "example.org."
            })
    void mayNotBe(String text) {
        assertThat(Host.is(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 254})
    void mayNotBeLongerThanDnsAllows(int length) {
        assertThat(Host.is("a".repeat(length))).isFalse();
    }
}
