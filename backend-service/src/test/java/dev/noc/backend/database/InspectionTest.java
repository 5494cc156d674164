package dev.noc.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {

    @TempDir
    Path folder;

    @Test
    void tellsTheVersionOfASchema() {
        assertThat(Inspection.versionOf(Databases.filled(folder, "2"))).hasToString("2");
    }

    @Test
    void takesAFileThatIsMissingOrEmptyForOneToBeFilled() throws IOException {
        assertThatCode(Databases.in(folder)::requireFit).doesNotThrowAnyException();

        var empty = new SqliteFile(Files.createFile(folder.resolve("monitoring.db")));

        assertThat(Inspection.versionOf(empty)).isEqualTo(MigrationVersion.EMPTY);
    }

    @Test
    void refusesASchemaThatIsNewerThanTheProgram() {
        var file = Databases.filled(folder, "latest");
        Databases.with(folder, "update flyway_schema_history set version = '999' where version = '1'");

        assertThatThrownBy(file::requireFit)
                .isInstanceOf(DatabaseRefusal.class)
                .hasMessage(
                        "%s is of a newer noc: its schema is version 999, this program knows %s.",
                        file.path(), Schema.newest());
    }

    @Test
    void refusesADatabaseOfAnotherProgram() {
        var file = Databases.with(folder, "create table customer (id integer)");

        assertThatThrownBy(file::requireFit)
                .isInstanceOf(DatabaseRefusal.class)
                .hasMessageEndingWith("holds tables, but none of noc.");
    }

    @Test
    void refusesWhatIsNoDatabase() throws IOException {
        var file = new SqliteFile(Files.writeString(folder.resolve("monitoring.db"), "Dear diary, ".repeat(1_000)));

        assertThatThrownBy(file::requireFit)
                .isInstanceOf(DatabaseRefusal.class)
                .hasMessageContaining("cannot be read as a database");
    }

    @Test
    void findsADamagedPage() throws IOException {
        var file = Databases.filled(folder, "2");
        assertThatCode(() -> Inspection.requireWhole(file)).doesNotThrowAnyException();

        Databases.damage(file, 20);

        assertThatThrownBy(() -> Inspection.requireWhole(file))
                .isInstanceOf(DatabaseRefusal.class)
                .hasMessageContaining("is damaged: ");
    }

    @Test
    void findsRowsThatReferToWhatIsNotThere() {
        var file = Databases.filled(folder, "2");
        Databases.with(folder, "insert into standing values ('nobody', 'office', 'UP', 0, null, 0)");

        assertThatThrownBy(() -> Inspection.requireWhole(file))
                .hasMessageContaining("standing: 1 rows refer to what is not there in target");
    }

    @Test
    void changesNothing() throws IOException {
        var file = Databases.filled(folder, "2");
        var before = Files.readAllBytes(file.path());

        file.requireFit();
        Inspection.requireWhole(file);

        assertThat(folder.toFile().list()).containsExactly("monitoring.db");
        assertThat(file.path()).hasBinaryContent(before);
    }
}
