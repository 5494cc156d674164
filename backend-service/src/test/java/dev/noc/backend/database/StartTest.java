package dev.noc.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.noc.backend.BackendApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a start does with a database of another version. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @TempDir
    Path folder;

    @Test
    void refusesANewerSchemaInOneSentenceAndChangesNothing(CapturedOutput output) throws IOException {
        var file = Databases.filled(folder, "latest");
        Databases.with(folder, "update flyway_schema_history set version = '999' where version = '1'");
        Databases.jdbc(file.path()).queryForObject("pragma journal_mode = delete", String.class);
        var before = Files.readAllBytes(file.path());

        assertThatThrownBy(this::start).hasRootCauseInstanceOf(DatabaseRefusal.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "is of a newer noc: its schema is version 999", "Action:")
                .doesNotContain("\tat ");
        assertThat(file.path()).hasBinaryContent(before);
        assertThat(folder.toFile().list()).containsExactly("monitoring.db");
    }

    @Test
    void keepsWhatWasThereBeforeItIsMigrated(CapturedOutput output) {
        var file = Databases.filled(folder, "1");
        var copy = file.sibling(".v1-before-v" + Schema.newest());

        start();

        assertThat(Inspection.versionOf(new SqliteFile(copy))).hasToString("1");
        assertThat(Databases.jdbc(copy).queryForObject("select count(*) from target", Integer.class))
                .isEqualTo(2_003);
        assertThat(Inspection.versionOf(file)).isEqualTo(Schema.newest());
        assertThat(output).contains("The database is of version 1: copying it to " + copy);
        assertThat(folder.resolve("monitoring.db.before.tmp")).doesNotExist();
    }

    @Test
    void makesNoCopyWhereNothingIsMigrated() {
        start();
        start();

        assertThat(folder.toFile().list()).noneMatch(name -> name.contains("before"));
    }

    @Test
    void keepsTheTwoNewestCopies() throws IOException {
        var file = Databases.filled(folder, "1");
        for (var old : new String[] {".v0-before-v1", ".v0-before-v2"}) {
            var copy = Files.createFile(file.sibling(old));
            assertThat(copy.toFile().setLastModified(old.endsWith("1") ? 1_000 : 2_000))
                    .isTrue();
        }

        start();

        assertThat(folder.toFile().list())
                .contains("monitoring.db.v0-before-v2", "monitoring.db.v1-before-v" + Schema.newest())
                .doesNotContain("monitoring.db.v0-before-v1");
    }

    @Test
    void saysWhereTheCopyIsWhenAMigrationFails(CapturedOutput output) {
        var file = Databases.filled(folder, "1");
        Databases.with(folder, "create table probe (this_is_in_the_way integer)");

        assertThatThrownBy(this::start).hasMessageContaining("monitoring.db");

        var copy = file.sibling(".v1-before-v" + Schema.newest());
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("What it was before is kept whole in " + copy)
                .contains("table probe already exists");
        assertThat(Inspection.versionOf(new SqliteFile(copy))).hasToString("1");
        assertThat(Inspection.versionOf(file)).hasToString("1");
    }

    @Test
    void knowsTheNewestSchemaThatTheMigrationsMake() {
        assertThat(Inspection.versionOf(Databases.filled(folder, "latest"))).isEqualTo(Schema.newest());
    }

    private void start() {
        new SpringApplicationBuilder(BackendApplication.class)
                .run(
                        "--server.port=0",
                        "--noc.security.token=secret",
                        "--noc.database.path=" + folder.resolve("monitoring.db"))
                .close();
    }
}
