package dev.noc.icmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressCacheTest {

    private static final List<InetAddress> FOUND = List.of(InetAddress.ofLiteral("192.0.2.1"));

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final AddressCache cache = new AddressCache(Duration.ofSeconds(60), now::get);

    @Test
    void keepsAnAddressForItsTimeAndNoLonger() {
        cache.put("host.test", FOUND);

        now.addAndGet(Duration.ofSeconds(60).toNanos() - 1);
        assertThat(cache.find("host.test")).contains(FOUND);
        now.incrementAndGet();
        assertThat(cache.find("host.test")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8::1", "[2001:db8::1]", "::1"})
    void knowsALiteral(String literal) {
        assertThat(cache.find(literal)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"host.test", "beef.test", "1.2.3.4.test", "10.1.2.3:80", "fe"})
    void takesNoNameForALiteral(String name) {
        assertThat(cache.find(name)).isEmpty();
    }

    @Test
    void doesNotGrowWithoutEnd() {
        for (int i = 0; i < 50_000; i++) {
            cache.put("host" + i + ".test", FOUND);
        }
        assertThat(cache.find("host49999.test")).isEmpty();

        now.addAndGet(Duration.ofSeconds(61).toNanos());
        cache.put("host.test", FOUND);
        assertThat(cache.find("host.test")).contains(FOUND);
    }
}
