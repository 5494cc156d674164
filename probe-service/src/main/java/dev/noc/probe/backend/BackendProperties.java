package dev.noc.probe.backend;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * Where the backend is, and how we prove who we are.
 *
 * @param url such as {@code http://backend:5001}; a path is kept, for a backend behind a proxy
 * @param token the token itself, or blank
 * @param tokenFile a file that holds it, read where no token is given
 */
@ConfigurationProperties("noc.probe.backend")
record BackendProperties(
        URI url, @Nullable String token, @Nullable Path tokenFile) {

    BackendProperties {
        Assert.isTrue(
                url.getHost() != null && Set.of("http", "https").contains(url.getScheme()),
                () -> "BACKEND_URL '%s' is not an address such as http://backend:5001".formatted(url));
    }

    URI at(String path) {
        return URI.create(url.toString().replaceAll("/+$", "") + path);
    }

    /** Without the secret: whatever is logged may be read by many. */
    @Override
    public String toString() {
        return "BackendProperties[url=%s, tokenFile=%s]".formatted(url, tokenFile);
    }
}
