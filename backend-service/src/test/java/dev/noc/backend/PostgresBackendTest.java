package dev.noc.backend;

import dev.noc.backend.postgres.OnPostgresServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The life of a target on PostgreSQL; what else the API does there is inherited from the tests of each feature. */
@BackendTest
@OnPostgresServer
class PostgresBackendTest {

    @Autowired
    Api api;

    @Test
    void keepsATargetUntilItIsDeleted() {
        api.post("/api/v1/targets", """
                        {"id": "shop-till", "name": "Shop till", "address": "192.0.2.10", "tags": ["shop"], "count": 3}""").expectStatus().isCreated();
        api.put("/api/v1/targets/shop-till", """
                        {"name": "Till", "address": "192.0.2.11", "intervalMillis": 60000, "enabled": false}""").expectStatus().isOk();

        api.get("/api/v1/targets/shop-till")
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Till")
                .jsonPath("$.intervalMillis")
                .isEqualTo(60_000)
                .jsonPath("$.enabled")
                .isEqualTo(false);
        api.delete("/api/v1/targets/shop-till").expectStatus().isNoContent();
        api.get("/api/v1/targets/shop-till").expectStatus().isNotFound();
    }

    @Test
    void listsTargetsInTheOrderOfTheirNamesByteByByte() {
        api.post("/api/v1/targets", """
                        {"id": "lower-case", "name": "a", "address": "192.0.2.1"}""").expectStatus().isCreated();

        api.get("/api/v1/targets").expectBody().jsonPath("$[0].id").isEqualTo("cloudflare-dns");
        api.delete("/api/v1/targets/lower-case").expectStatus().isNoContent();
    }
}
