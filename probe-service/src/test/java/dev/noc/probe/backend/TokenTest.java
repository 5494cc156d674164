package dev.noc.probe.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {

    @TempDir
    Path dir;

    private Path file;

    @BeforeEach
    void name() {
        file = dir.resolve("token");
    }

    @Test
    void isTheGivenOneWhateverTheFileHolds() throws Exception {
        Files.writeString(file, "other");
        var token = token(" secret ");

        assertThat(token.current()).contains("secret");
        assertThat(token.renew()).isFalse();
    }

    @Test
    void appearsWithItsFile() throws Exception {
        var token = token("");
        assertThat(token.current()).isEmpty();

        Files.writeString(file, "secret\n");
        assertThat(token.current()).contains("secret");
    }

    @Test
    void isRenewedOnlyByAnotherOne() throws Exception {
        Files.writeString(file, "old");
        var token = token(null);

        assertThat(token.current()).contains("old");
        assertThat(token.renew()).isFalse();
        Files.writeString(file, "new");
        assertThat(token.renew()).isTrue();
        assertThat(token.current()).contains("new");
    }

    @Test
    void isNotWhatDoesNotFitIntoAHeader() throws Exception {
        Files.writeString(file, "two words\nand a line");

        assertThat(token("").current()).isEmpty();
        assertThatThrownBy(() -> token("two words")).hasMessageContaining("NOC_TOKEN must be one word");
    }

    private Token token(@Nullable String given) {
        return new Token(new BackendProperties(URI.create("http://backend:5001"), given, file));
    }
}
