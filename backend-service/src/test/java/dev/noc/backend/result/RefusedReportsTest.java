package dev.noc.backend.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BackendTest
class RefusedReportsTest {

    @Autowired
    Api api;

    @Autowired
    MeterRegistry meters;

    @Test
    void areCountedWithTheReason() {
        double malformed = count("malformed");
        double unauthorized = count("unauthorized");
        double tooLarge = count("too_large");

        api.post("/metrics", "{");
        api.http().post().uri("/metrics").exchange();
        api.post("/metrics", " ".repeat((1 << 20) + 1));

        assertThat(count("malformed")).isEqualTo(malformed + 1);
        assertThat(count("unauthorized")).isEqualTo(unauthorized + 1);
        assertThat(count("too_large")).isEqualTo(tooLarge + 1);
    }

    private double count(String reason) {
        return meters.counter("noc.results.rejected", "reason", reason).count();
    }
}
