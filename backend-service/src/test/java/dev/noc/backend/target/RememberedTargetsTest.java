package dev.noc.backend.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@BackendTest
class RememberedTargetsTest {

    @Autowired
    Api api;

    @Autowired
    Targets targets;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void add() {
        add("remembered", "192.0.2.1");
    }

    @AfterEach
    void delete() {
        api.delete("/api/v1/targets/remembered");
    }

    @Test
    void readsNothingAgainThatHasNotChanged() {
        var before = targets.all();

        assertThat(targets.all()).isSameAs(before);
    }

    @Test
    void showsEachChangeAtOnce() {
        targets.all();

        api.put("/api/v1/targets/remembered", """
                {"name": "remembered", "address": "192.0.2.2"}""");
        assertThat(remembered().address()).isEqualTo("192.0.2.2");

        api.put("/api/v1/targets/remembered", """
                {"name": "remembered", "address": "192.0.2.1"}""");
        assertThat(remembered().address()).isEqualTo("192.0.2.1");

        delete();
        assertThat(targets.all()).extracting(Target::id).doesNotContain("remembered");

        add("remembered", "192.0.2.3");
        assertThat(remembered().address()).isEqualTo("192.0.2.3");
    }

    @Test
    void showsWhatAnotherBackendChanged() {
        targets.all();

        jdbc.update("update target set address = '192.0.2.9', version = version + 1 where id = 'remembered'");

        assertThat(remembered().address()).isEqualTo("192.0.2.9");
    }

    @Test
    void showsATransactionItsOwnChanges() {
        targets.all();

        List<Target> within = transaction.execute(status -> {
            targets.delete("remembered");
            var left = targets.all();
            status.setRollbackOnly();
            return left;
        });

        assertThat(within).extracting(Target::id).doesNotContain("remembered");
        assertThat(remembered().address()).isEqualTo("192.0.2.1");
    }

    private Target remembered() {
        return targets.all().stream()
                .filter(target -> target.id().equals("remembered"))
                .findFirst()
                .orElseThrow();
    }

    private void add(String id, String address) {
        api.post("/api/v1/targets", """
                {"name": "%s", "address": "%s"}""".formatted(id, address)).expectStatus().isCreated();
    }
}
