package dev.noc.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BackupElsewhereTest {

    @Test
    void namesTheProgramThatMakesBackupsOfPostgres() {
        assertThatThrownBy(new BackupElsewhereController()::download)
                .isInstanceOfSatisfying(
                        BackupRefusal.class,
                        refusal -> assertThat(refusal.getBody().getDetail()).contains("pg_dump", "pg_restore"));
    }
}
