package dev.noc.probe.check.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolvConfTest {

    @TempDir
    Path dir;

    @Test
    void namesTheFirstThreeServers() throws Exception {
        assertServers("""
                # nameserver 127.0.0.9
                search test
                nameserver 127.0.0.1
                nameserver\t::1 # here too
                nameserver not-an-address
                options edns0
                nameserver 127.0.0.3
                nameserver 127.0.0.4
                """, "127.0.0.1", "::1", "127.0.0.3");
    }

    @Test
    void namesThisHostWhereTheFileNamesNone() throws Exception {
        assertServers("search test\n", "127.0.0.1");
    }

    @Test
    void namesThisHostWhereThereIsNoFile() {
        assertServers(dir.resolve("missing"), "127.0.0.1");
    }

    @Test
    void followsAChange() throws Exception {
        assertServers("nameserver 127.0.0.1", "127.0.0.1");
        assertServers("nameserver 127.0.0.2", "127.0.0.2");
    }

    private void assertServers(String text, String... addresses) throws IOException {
        assertServers(Files.writeString(dir.resolve("resolv.conf"), text), addresses);
    }

    private static void assertServers(Path file, String... addresses) {
        assertThat(new ResolvConf(file).current())
                .isEqualTo(Arrays.stream(addresses)
                        .map(address -> new InetSocketAddress(InetAddress.ofLiteral(address), 53))
                        .toList());
    }
}
