package dev.noc.backend.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

class PostgresLoginTest {

    private static final String URL = "jdbc:postgresql://db:5432/noc";

    @TempDir
    Path folder;

    @Test
    void takesThePasswordFromTheSettings() {
        assertThat(PostgresLogin.of(settings(URL, "noc", "hunter2", null)))
                .isEqualTo(new PostgresLogin(URL, "noc", "hunter2"));
    }

    @Test
    void takesThePasswordFromAFileWithoutItsLineEnd() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "hunter2\n");

        assertThat(PostgresLogin.of(settings(URL, "noc", "", file)).password()).isEqualTo("hunter2");
    }

    @Test
    void needsNoPasswordWhereTheServerWantsNone() {
        assertThat(PostgresLogin.of(settings(URL + "?sslmode=verify-full", "noc", "", null))
                        .password())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db/noc",
                "postgresql://db/noc",
                "jdbc:postgresql:noc",
                "jdbc:postgresql://db",
                "jdbc:postgresql://db/",
                "db"
            })
    void refusesWhatIsNoAddressOfADatabase(String url) {
        assertRefused(settings(url, "noc", "", null), "DATABASE_URL", "jdbc:postgresql://db:5432/noc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/noc?password=hunter2",
                "jdbc:postgresql://db/noc?ssl=true&PASSWORD=hunter2",
                "jdbc:postgresql://db/noc?user=hunter2",
                "jdbc:postgresql://noc:hunter2@db/noc"
            })
    void refusesAnAddressThatHoldsASecretAndDoesNotRepeatIt(String url) {
        assertRefused(settings(url, "noc", "", null), "DATABASE_URL", "DATABASE_PASSWORD_FILE");
    }

    @Test
    void wantsAUser() {
        assertRefused(settings(URL, " ", "hunter2", null), "DATABASE_USER", "Name who noc is");
    }

    @Test
    void refusesTwoPasswords() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "other");

        assertRefused(settings(URL, "noc", "hunter2", file), "DATABASE_PASSWORD_FILE", "Unset one");
    }

    @Test
    void refusesAFileThatIsMissing() {
        assertRefused(settings(URL, "noc", "", folder.resolve("nowhere")), "DATABASE_PASSWORD_FILE", "nowhere");
    }

    @Test
    void refusesAFileThatIsEmpty() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "\n");

        assertRefused(settings(URL, "noc", "", file), "DATABASE_PASSWORD_FILE", "is empty");
    }

    @Test
    void isNotNamedBesideSqlite() {
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> new SqliteConfiguration().sqliteFile(settings("", "noc", "hunter2", null)))
                .withMessageContaining("DATABASE_URL")
                .withMessageNotContainingAny("hunter2")
                .satisfies(e -> assertThat(e.getReason()).contains("keep the data in SQLite"));
    }

    @Test
    void isNotTold() {
        assertThat(settings(URL, "noc", "hunter2", null).toString()).doesNotContain("hunter2");
        assertThat(new PostgresLogin(URL, "noc", "hunter2").toString()).doesNotContain("hunter2");
    }

    private static void assertRefused(DatabaseProperties settings, String setting, String... advice) {
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> PostgresLogin.of(settings))
                .satisfies(e -> {
                    assertThat(e.getName()).contains(setting);
                    assertThat(e.getReason()).contains(advice).doesNotContain("hunter2");
                    assertThat(e.getValue()).isEqualTo("(not shown)");
                });
    }

    private DatabaseProperties settings(String url, String user, String password, @Nullable Path file) {
        return new DatabaseProperties(folder.resolve("monitoring.db"), url, user, password, file);
    }
}
