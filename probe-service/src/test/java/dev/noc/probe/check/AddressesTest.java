package dev.noc.probe.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "0:0:0:0:0:0:0:1, ::1",
        "::, ::",
        "2001:db8::, 2001:db8::",
        "2001:db8:0:0:1:0:0:0, 2001:db8:0:0:1::",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7"
    })
    void areShortened(String literal, String expected) {
        assertThat(Addresses.literal(literal).map(Addresses::text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "deadbeef.test", "10 mail.test", "1.2.3.4.5"})
    void areNotNames(String name) {
        assertThat(Addresses.literal(name)).isEmpty();
    }
}
