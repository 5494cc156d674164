package dev.noc.icmp.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcmpErrorTest {

    @ParameterizedTest
    @CsvSource({
        "IPV4, 3, 0, Destination Net Unreachable",
        "IPV4, 3, 1, Destination Host Unreachable",
        "IPV4, 3, 13, Packet filtered",
        "IPV4, 11, 0, Time to live exceeded",
        "IPV4, 99, 2, 'ICMP error 99, code 2'",
        "IPV6, 1, 0, Destination Net Unreachable",
        "IPV6, 1, 1, Packet filtered",
        "IPV6, 2, 0, Packet too big",
        "IPV6, 3, 0, Time to live exceeded",
        "IPV6, 1, 99, 'ICMP error 1, code 99'"
    })
    void hasTheWordsOfPing(Family family, int type, int code, String words) {
        assertThat(new IcmpError(family, InetAddress.getLoopbackAddress(), type, code).words())
                .isEqualTo(words);
    }
}
