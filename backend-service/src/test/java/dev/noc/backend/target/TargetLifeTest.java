package dev.noc.backend.target;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Targets from their beginning to their end, whichever database keeps them. */
@BackendTest
class TargetLifeTest {

    @Autowired
    Api api;

    @Test
    void keepsATargetUntilItIsDeleted() {
        api.post("/api/v1/targets", """
                        {"id": "life-till", "name": "Shop till", "address": "192.0.2.10", "tags": ["shop"], "count": 3}""").expectStatus().isCreated();
        api.put("/api/v1/targets/life-till", """
                        {"name": "Till", "address": "192.0.2.11", "intervalMillis": 60000, "enabled": false}""").expectStatus().isOk();

        api.get("/api/v1/targets/life-till")
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Till")
                .jsonPath("$.intervalMillis")
                .isEqualTo(60_000)
                .jsonPath("$.enabled")
                .isEqualTo(false);
        api.delete("/api/v1/targets/life-till").expectStatus().isNoContent();
        api.get("/api/v1/targets/life-till").expectStatus().isNotFound();
    }

    @Test
    void listsTargetsInTheOrderOfTheirNamesByteByByte() {
        api.post("/api/v1/targets", """
                        {"id": "life-lower-case", "name": "a", "address": "192.0.2.1"}""").expectStatus().isCreated();

        api.get("/api/v1/targets")
                .expectBody()
                .jsonPath("$[?(@.id == 'quad9-dns' || @.id == 'life-lower-case')].id")
                .isEqualTo(List.of("quad9-dns", "life-lower-case"));
        api.delete("/api/v1/targets/life-lower-case").expectStatus().isNoContent();
    }
}
