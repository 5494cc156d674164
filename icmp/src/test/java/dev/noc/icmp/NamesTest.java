package dev.noc.icmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void asksOnceForANameAndNeverForALiteral() throws Exception {
        var asked = new ArrayList<String>();
        try (var names = new Names(new NameService(name -> {
            asked.add(name);
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }))) {
            assertThat(names.known("host.test", Prefer.SYSTEM)).isEmpty();
            names.resolve("host.test", Prefer.SYSTEM);
            names.resolve("host.test", Prefer.IPV6);
            names.resolve("192.0.2.1", Prefer.SYSTEM);

            assertThat(asked).containsExactly("host.test");
            assertThat(names.known("host.test", Prefer.SYSTEM)).contains(InetAddress.getLoopbackAddress());
        }
    }

    @Test
    void knowsNoAddressOfManyHosts() {
        try (var names = Names.ofSystem()) {
            assertThat(names.known("224.0.0.1", Prefer.SYSTEM)).isEmpty();
            assertThatThrownBy(() -> names.resolve("224.0.0.1", Prefer.SYSTEM))
                    .hasMessageContaining("224.0.0.1 is not the address of one host");
        }
    }
}
