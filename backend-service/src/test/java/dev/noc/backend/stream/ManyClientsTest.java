package dev.noc.backend.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noc.backend.Api;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** Clients that are slow, or too many, are in nobody's way. */
class ManyClientsTest extends StreamingTest {

    @Autowired
    Api api;

    @Autowired
    MeterRegistry meters;

    @Test
    void areKeptWhenOneThatReadsNothingIsDropped() throws Exception {
        double before = meters.get("noc.stream.dropped").counter().count();
        try (var deaf = backend.deaf();
                var other = backend.connect("?target=door")) {
            await().until(() -> backend.clients() == 2);
            assertThat(deaf.isConnected()).isTrue();

            await().atMost(Duration.ofMinutes(1)).until(() -> {
                backend.reportMuch("till");
                return meters.get("noc.stream.dropped").counter().count() > before;
            });

            var time = backend.report("door", "[1.0]");
            assertThat(other.next("result").data()).contains(time);
        }
    }

    @Test
    void areServedUpToAThousandAtOnce() throws Exception {
        var clients = new ArrayList<StreamClient>();
        try {
            for (int i = 0; i < 1_000; i++) {
                clients.add(backend.connect(""));
            }
            await().until(() -> backend.clients() == 1_000);
            var times = List.of(backend.report("till", "[1.0]"), backend.report("till", "[2.0]"));

            for (var client : clients) {
                assertThat(client.next("result").data()).contains(times.get(0));
                assertThat(client.next("result").data()).contains(times.get(1));
            }
            api.get("/api/v1/stream")
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("/problems/too-many-clients");
        } finally {
            clients.forEach(StreamClient::close);
        }
    }
}
