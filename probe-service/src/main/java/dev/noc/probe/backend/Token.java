package dev.noc.probe.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

/** The secret that the backend wants to see. A file with it may appear, or change, long after we started. */
@Component
class Token {

    private static final Logger log = LoggerFactory.getLogger(Token.class);

    /** Anything else would not fit into a header. */
    private static final Pattern ONE_WORD = Pattern.compile("[!-~]+");

    private final @Nullable Path file;
    private volatile @Nullable String value;

    Token(BackendProperties properties) {
        var given = Objects.requireNonNullElse(properties.token(), "").strip();
        Assert.isTrue(
                given.isEmpty() || ONE_WORD.matcher(given).matches(),
                "NOC_TOKEN must be one word of visible ASCII characters.");
        this.value = given.isEmpty() ? null : given;
        this.file = given.isEmpty() ? properties.tokenFile() : null;
    }

    Optional<String> current() {
        if (value == null) {
            value = read();
        }
        return Optional.ofNullable(value);
    }

    /** Reads the file again after the backend refused the token; returns whether there is another one now. */
    boolean renew() {
        if (file == null) {
            return false;
        }
        var refused = value;
        value = read();
        return value != null && !Objects.equals(value, refused);
    }

    private @Nullable String read() {
        if (file == null || Files.notExists(file)) {
            return null;
        }
        try {
            var text = Files.readString(file).strip();
            if (ONE_WORD.matcher(text).matches()) {
                return text;
            }
            log.warn("The file {} holds no token. It must hold one word of visible ASCII characters.", file);
        } catch (IOException e) {
            log.warn("The token in {} cannot be read ({}). Give this user the right to read it.", file, e.toString());
        }
        return null;
    }
}
