package dev.noc.backend.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures as the driver tells them; those that a test may cause are in {@link StartWithoutServerTest}. */
class FirstConnectionTest {

    @Test
    void saysThatNobodyKnowsTheHost() {
        var failure =
                new SQLException("The connection attempt failed.", "08001", new UnknownHostException("db.example"));

        assertThat(refusal("db.example", failure))
                .hasMessage("The PostgreSQL server at db.example:5432, with the database 'noc', cannot be reached"
                        + " (nobody knows a host of this name).");
    }

    @Test
    void asksForPatienceWhereTheServerIsBusy() {
        var refusal = refusal("db:5433", new SQLException("FATAL: sorry, too many clients already", "53300"));

        assertThat(refusal)
                .hasMessage(
                        "The PostgreSQL server at db:5433 takes no connection now (FATAL: sorry, too many clients already).");
        assertThat(refusal.remedy()).contains("Start noc again", "max_connections");
    }

    @ParameterizedTest
    @CsvSource({"db, db:5432", "db:1, db:1", "[::1], [::1]:5432", "[::1]:1, [::1]:1", "'a:1,b:2', 'a:1,b:2'"})
    void namesThePortWhereTheAddressDoesNot(String server, String told) {
        assertThat(refusal(server, new SQLException("no", "08006"))).hasMessageContaining(" at " + told + ",");
    }

    private static DatabaseRefusal refusal(String server, SQLException failure) {
        return new FirstConnection("jdbc:postgresql://%s/noc?sslmode=require".formatted(server), "noc")
                .refusal(failure);
    }
}
