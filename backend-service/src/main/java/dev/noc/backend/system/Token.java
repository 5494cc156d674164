package dev.noc.backend.system;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The secret that writers present. Never logged, never shown. */
final class Token {

    private final byte[] value;

    Token(String value) {
        this.value = value.getBytes(StandardCharsets.UTF_8);
    }

    /** Compares in a time that tells nothing about the token. */
    boolean matches(String presented) {
        return MessageDigest.isEqual(value, presented.getBytes(StandardCharsets.UTF_8));
    }
}
