package dev.noc.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {

    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00.123Z");

    @TempDir
    Path elsewhere;

    @TempDir
    Path folder;

    private SqliteFile database;
    private Restore restore;

    @BeforeEach
    void name() {
        database = Databases.in(folder);
        restore = new Restore(database);
    }

    @Test
    void putsABackupInPlaceAndKeepsWhatWasThereWithItsWal() throws IOException {
        Databases.filled(folder, "2");
        Files.writeString(database.sibling("-wal"), "not taken in yet");
        var backup = Files.readAllBytes(Databases.filled(elsewhere, "1").path());
        var before = Files.readAllBytes(database.path());

        assertThat(receive(backup)).hasToString("1");
        var aside = restore.putInPlace(NINE);

        assertThat(database.path()).hasBinaryContent(backup);
        assertThat(database.sibling("-wal")).doesNotExist();
        assertThat(aside)
                .isEqualTo(folder.resolve("monitoring.db.replaced-20261120T090000Z"))
                .hasBinaryContent(before);
        assertThat(folder.resolve("monitoring.db.replaced-20261120T090000Z-wal"))
                .hasContent("not taken in yet");
    }

    @Test
    void needsNoDatabaseToReplace() throws IOException {
        var backup = Files.readAllBytes(Databases.filled(elsewhere, "2").path());

        receive(backup);
        restore.putInPlace(NINE);

        assertThat(folder.toFile().list()).containsExactly("monitoring.db");
        assertThat(Inspection.versionOf(database)).hasToString("2");
    }

    @Test
    void takesNothingThatDidNotComeWhole() throws IOException {
        var backup = Files.readAllBytes(Databases.filled(elsewhere, "2").path());

        assertRefused(backup, backup.length + 1, "Only %d of %d bytes".formatted(backup.length, backup.length + 1));
    }

    @Test
    void takesNothingThatIsDamaged() throws IOException {
        var file = Databases.filled(elsewhere, "2");
        Databases.damage(file, 20);
        var backup = Files.readAllBytes(file.path());

        assertRefused(backup, backup.length, "The backup is damaged");
    }

    @Test
    void takesNothingOfANewerNoc() throws IOException {
        var file = Databases.filled(elsewhere, "2");
        Databases.with(elsewhere, "update flyway_schema_history set version = '999' where version = '2'");
        var backup = Files.readAllBytes(file.path());

        assertRefused(backup, backup.length, "The backup is of a newer noc");
    }

    @Test
    void takesNothingThatHoldsNothing() {
        assertRefused(new byte[0], 0, "holds nothing");
    }

    @Test
    void takesNothingThatHasNoRoom() {
        assertRefused(new byte[0], Long.MAX_VALUE / 2, "There is no room");
    }

    @Test
    void putsNothingInPlaceThatWasNotReceived() {
        Databases.filled(folder, "2");

        assertThatThrownBy(() -> restore.putInPlace(NINE)).hasMessage("There is no backup to put in place.");

        assertThat(folder.toFile().list()).containsExactly("monitoring.db");
    }

    private MigrationVersion receive(byte[] backup) throws IOException {
        return restore.receive(new ByteArrayInputStream(backup), backup.length);
    }

    private void assertRefused(byte[] backup, long length, String words) {
        assertThatThrownBy(() -> restore.receive(new ByteArrayInputStream(backup), length))
                .isInstanceOf(DatabaseRefusal.class)
                .hasMessageContaining(words);
        assertThat(folder.toFile().list()).isEmpty();
    }
}
