package dev.noc.backend.system;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data is kept: in an SQLite file, or on a PostgreSQL server where one is named.
 *
 * @param path the SQLite file; made where it is missing, with its folder
 * @param url the server and its database, such as {@code jdbc:postgresql://db:5432/noc}; blank: SQLite
 * @param user who noc is there
 * @param password what the server wants to see, or blank
 * @param passwordFile a file that holds it, or null
 */
@ConfigurationProperties("noc.database")
record DatabaseProperties(
        @DefaultValue("/data/monitoring.db") Path path,
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @Nullable Path passwordFile) {

    Path sibling(String name) {
        return path.toAbsolutePath().resolveSibling(name);
    }

    /** Tells neither the password nor the address, which may hold one. */
    @Override
    public String toString() {
        return url.isBlank() ? path.toString() : "a database server";
    }
}
