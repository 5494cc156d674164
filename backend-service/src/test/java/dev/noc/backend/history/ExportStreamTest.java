package dev.noc.backend.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.result.SampleBytes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An export takes no more memory than what is on its way. While its client does not read, only some megabytes fit into the
 * buffers of both ends; what is stored then, at the end of a longer export, can be in it only if it is read as it is sent.
 */
class ExportStreamTest extends ForgetfulBackend {

    private static final String TARGET = "export-stream";
    private static final int ROUNDS = 30_000;
    private static final int BUFFERS = 12 << 20;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private Instant end = Instant.EPOCH;

    @BeforeEach
    void addTargetWithManyRounds() {
        later(Duration.ofHours(1));
        add(TARGET);
        end = clock.instant().minus(Duration.ofMinutes(10));
        api.report(TARGET, end, "[1.0]");
        jdbc.update(
                """
                insert into round (series_id, time, samples)
                with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ?)
                select ?, ? - n, ? from numbers""",
                ROUNDS - 1,
                series.of(TARGET, "office").id(),
                end.toEpochMilli(),
                SampleBytes.write(Collections.nCopies(100, 1_000.125)));
    }

    @AfterEach
    void deleteTarget() {
        delete(TARGET);
    }

    @Test
    void readsOnlyWhatTheClientTakes() throws IOException {
        try (var client = new Socket();
                var answer = ask(client)) {
            assertThat(answer.readLine()).contains("200");

            api.report(TARGET, end.plusSeconds(1), "[2.0]")
                    .jsonPath("$.accepted")
                    .isEqualTo(1);

            var lines =
                    answer.lines().dropWhile(line -> !line.isEmpty()).skip(1).toList();
            assertThat(lines.stream().mapToLong(String::length).sum()).isGreaterThan(BUFFERS);
            assertThat(lines.size()).isEqualTo(ROUNDS + 1);
            assertThat(lines.getLast()).contains("\"rttMillis\":[2.0]");
        }
    }

    /** With HTTP/1.0, what comes is the export itself, and its end is that of the connection. */
    private BufferedReader ask(Socket client) throws IOException {
        client.setReceiveBufferSize(64 << 10);
        client.connect(new InetSocketAddress("localhost", port));
        client.getOutputStream()
                .write("GET /api/v1/export?target=%s&format=ndjson HTTP/1.0\r\nHost: localhost\r\n\r\n"
                        .formatted(TARGET)
                        .getBytes(StandardCharsets.US_ASCII));
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    }
}
