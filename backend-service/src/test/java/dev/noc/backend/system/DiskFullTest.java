package dev.noc.backend.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;

/** SQLite may not add pages here, which it reports as it does a full disk. */
@BackendTest
@Import(DiskFullTest.SmallDisk.class)
class DiskFullTest {

    private static final int MAX_TARGETS = 1_000;

    @Autowired
    Api api;

    @Test
    void isToldAndHealsByItselfWhenThereIsRoomAgain() {
        var stored = new ArrayList<String>();
        while (add("filler-" + stored.size()) == HttpStatus.CREATED.value() && stored.size() < MAX_TARGETS) {
            stored.add("filler-" + stored.size());
        }

        assertThat(add("one-more")).isEqualTo(HttpStatus.INSUFFICIENT_STORAGE.value());
        stored.forEach(id -> api.delete("/api/v1/targets/" + id).expectStatus().isNoContent());
        assertThat(add("one-more")).isEqualTo(HttpStatus.CREATED.value());
    }

    private int add(String id) {
        return api.post("/api/v1/targets", """
                        {"id": "%s", "name": "%s", "address": "192.0.2.1"}""".formatted(id, "x".repeat(80)))
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    static class SmallDisk implements BeanPostProcessor {

        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            if (bean instanceof HikariDataSource pool) {
                pool.setConnectionInitSql("pragma max_page_count = 30");
            }
            return bean;
        }
    }
}
