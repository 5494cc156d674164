package dev.noc.backend.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the token comes from: the settings, a file, or, at the first start, chance. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    private static final Logger log = LoggerFactory.getLogger(TokenConfiguration.class);
    private static final int TOKEN_BYTES = 32;

    @Bean
    Token token(SecurityProperties security, DatabaseProperties database) {
        var configured = security.token();
        if (configured != null && !configured.isBlank()) {
            return new Token(configured.strip());
        }
        var file = security.tokenFile() == null ? database.sibling("token") : security.tokenFile();
        try {
            return new Token(Files.exists(file) ? read(file) : create(file));
        } catch (IOException e) {
            throw refuse(file, "it cannot be read or made (%s). Make it readable, or set NOC_TOKEN".formatted(e));
        }
    }

    private static String read(Path file) throws IOException {
        var token = Files.readString(file).strip();
        if (token.isEmpty()) {
            throw refuse(file, "it is empty. Write the token into it, or delete it to have a new one made");
        }
        log.info("The token for writers is read from {}", file.toAbsolutePath());
        return token;
    }

    private static String create(Path file) throws IOException {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, ownerOnly);
        Files.writeString(file, token + "\n", StandardOpenOption.WRITE);
        log.info("No token is configured: made one for writers, in {}", file.toAbsolutePath());
        return token;
    }

    private static InvalidConfigurationPropertyValueException refuse(Path file, String why) {
        return new InvalidConfigurationPropertyValueException(
                "noc.security.token-file (NOC_TOKEN_FILE)", file, why + ".");
    }
}
