package dev.noc.backend.system;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may do what.
 *
 * @param token what writers must present, or null or blank where it is in a file
 * @param tokenFile a file that holds the token; made with a fresh one where it is missing
 * @param publicRead whether reading needs no token
 */
@ConfigurationProperties("noc.security")
record SecurityProperties(
        @Nullable String token,
        @Nullable Path tokenFile,
        @DefaultValue("true") boolean publicRead) {}
