package dev.noc.backend.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import dev.noc.protocol.WireTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** SQLite may not add pages here, which it reports as it does a full disk. */
@BackendTest
@Import(DiskFullTest.SmallDisk.class)
class DiskFullTest {

    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
    private static final int REPORTS = 100;

    @Autowired
    Api api;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    SmallDisk disk;

    @BeforeEach
    void addTarget() {
        api.post("/api/v1/targets", """
                {"id": "full", "name": "Full", "address": "192.0.2.1"}""").expectStatus().isCreated();
    }

    @AfterEach
    void makeRoom() {
        disk.limit(Integer.MAX_VALUE);
        api.delete("/api/v1/targets/full");
    }

    @Test
    void isToldWithNothingStoredAndNothingHarmed() {
        fill();

        long stored = rounds();
        api.post("/metrics", report(REPORTS))
                .expectStatus()
                .isEqualTo(HttpStatus.INSUFFICIENT_STORAGE)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/disk-full");
        assertThat(rounds()).isEqualTo(stored);
        assertThat(jdbc.queryForObject("pragma integrity_check", String.class)).isEqualTo("ok");
        api.get("/metrics").expectStatus().isOk();
    }

    @Test
    void turnsReadinessRedUntilThereIsRoomThoughNobodyWrites() {
        fill();

        for (int asked = 0; asked < 2; asked++) {
            api.get("/actuator/health/readiness")
                    .expectStatus()
                    .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                    .expectBody()
                    .jsonPath("$.components.storage.details.reason")
                    .value(String.class, reason -> assertThat(reason).contains("The disk is full", "Make room"));
        }
        disk.limit(Integer.MAX_VALUE);

        api.get("/actuator/health/readiness").expectStatus().isOk();
        assertThat(jdbc.queryForList("select name from sqlite_schema where name like 'storage%'"))
                .isEmpty();
        api.post("/metrics", report(REPORTS))
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(1_000);
    }

    @Test
    void healsByItselfWhenThereIsRoomAgain() {
        fill();
        disk.limit(Integer.MAX_VALUE);

        api.post("/metrics", report(REPORTS)).expectStatus().isAccepted();
    }

    @Test
    void isToldToWhoeverChangesATarget() {
        fill();

        var stored = IntStream.range(0, 1_000)
                .mapToObj(i -> api.post("/api/v1/targets", """
                        {"id": "full-%d", "name": "%s", "address": "192.0.2.1"}""".formatted(i, "x".repeat(80))))
                .map(answer -> answer.returnResult(String.class).getStatus().value())
                .takeWhile(status -> status != HttpStatus.INSUFFICIENT_STORAGE.value())
                .toList();

        assertThat(stored).hasSizeLessThan(1_000).containsOnly(HttpStatus.CREATED.value());
        IntStream.range(0, stored.size()).forEach(i -> api.delete("/api/v1/targets/full-" + i));
    }

    /** Leaves room for a few reports and uses it up. */
    private void fill() {
        int pages = Objects.requireNonNull(jdbc.queryForObject("pragma page_count", Integer.class));
        disk.limit(pages + 5);
        int status = HttpStatus.ACCEPTED.value();
        for (int i = 0; i < REPORTS && status == HttpStatus.ACCEPTED.value(); i++) {
            status = api.post("/metrics", report(i))
                    .returnResult(String.class)
                    .getStatus()
                    .value();
        }
        assertThat(status).isEqualTo(HttpStatus.INSUFFICIENT_STORAGE.value());
    }

    private long rounds() {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from round", Long.class));
    }

    private static String report(int number) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> """
                        {"target": "full", "time": "%s", "rttMillis": [1.0]}""".formatted(WireTime.format(NINE.minusSeconds(1_000L * number + i))))
                .collect(Collectors.joining(",", "{\"probe\": \"full\", \"results\": [", "]}"));
    }

    /** Every new connection may let the file grow so far and no further. */
    static class SmallDisk implements BeanPostProcessor {

        private volatile int maxPages = Integer.MAX_VALUE;
        private volatile HikariDataSource pool = new HikariDataSource();

        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            if (bean instanceof HikariDataSource real) {
                pool = real;
                real.setDataSource(new LimitedDataSource(Objects.requireNonNull(real.getDataSource())));
            }
            return bean;
        }

        void limit(int pages) {
            maxPages = pages;
            Objects.requireNonNull(pool.getHikariPoolMXBean()).softEvictConnections();
        }

        private final class LimitedDataSource extends DelegatingDataSource {

            LimitedDataSource(DataSource real) {
                super(real);
            }

            @Override
            public Connection getConnection() throws SQLException {
                var connection = super.getConnection();
                try (var statement = connection.createStatement()) {
                    statement.execute("pragma max_page_count = " + maxPages);
                }
                return connection;
            }
        }
    }
}
