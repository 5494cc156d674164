package dev.noc.backend.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    private final Address.Validator validator = new Address.Validator();

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
    void mayBe(String address) {
        assertThat(isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
    void mayNotBe(String address) {
        assertThat(isValid(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 254})
    void mayNotBeLongerThanDnsAllows(int length) {
        assertThat(isValid("a".repeat(length))).isFalse();
    }

    @SuppressWarnings("NullAway") // the validator does not look at the context
    private boolean isValid(String address) {
        return validator.isValid(address, null);
    }
}
