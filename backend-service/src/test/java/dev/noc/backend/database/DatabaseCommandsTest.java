package dev.noc.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseCommandsTest {

    @TempDir
    Path here;

    @TempDir
    Path there;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void bringBackElsewhereWhatWasBackedUpHere() throws IOException {
        Databases.filled(here, "2");
        var backup = new ByteArrayOutputStream();
        command(here, new byte[0], backup).execute("backup");
        var bytes = backup.toByteArray();

        command(there, bytes, backup).execute("check", String.valueOf(bytes.length));
        assertThat(there.toFile().list()).isEmpty();
        command(there, bytes, backup).execute("receive", String.valueOf(bytes.length));
        command(there, new byte[0], backup).execute("restore");

        assertThat(Databases.jdbc(there.resolve("monitoring.db"))
                        .queryForObject("select count(*) from target", Integer.class))
                .isEqualTo(2_003);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .containsPattern("sha256 [0-9a-f]{64}\n")
                .contains("The backup is whole: ", "schema 2 of " + Schema.newest())
                .doesNotContain("is kept");
    }

    @Test
    void checkTheDatabase() throws IOException {
        var file = Databases.filled(here, "2");
        command(here, new byte[0], new ByteArrayOutputStream()).execute("check");

        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith(file.path() + " is whole: ");
        Databases.damage(file, 20);
        assertThatThrownBy(() ->
                        command(here, new byte[0], new ByteArrayOutputStream()).execute("check"))
                .hasMessageContaining("is damaged");
    }

    @Test
    void needADatabase() {
        assertThatThrownBy(() ->
                        command(here, new byte[0], new ByteArrayOutputStream()).execute("backup"))
                .hasMessageStartingWith("There is no database ");
        assertThat(here.toFile().list()).isEmpty();
    }

    @Test
    void leaveADatabaseServerToItsOwnPrograms() {
        assertThat(DatabaseCommands.pathIn(Map.of())).hasToString("/data/monitoring.db");
        assertThat(DatabaseCommands.pathIn(Map.of("DATABASE_PATH", "a.db"))).hasToString("a.db");
        assertThatThrownBy(() -> DatabaseCommands.pathIn(Map.of("DATABASE_URL", "jdbc:postgresql://db/noc")))
                .isInstanceOfSatisfying(
                        DatabaseRefusal.class,
                        refusal -> assertThat(refusal.remedy()).contains("pg_dump"));
    }

    private DatabaseCommands command(Path folder, byte[] in, ByteArrayOutputStream out) {
        var messages = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new DatabaseCommands(
                Databases.in(folder), new ByteArrayInputStream(in), out, messages, Clock.systemUTC());
    }
}
