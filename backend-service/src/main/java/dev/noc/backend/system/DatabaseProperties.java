package dev.noc.backend.system;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data is kept.
 *
 * @param path the SQLite file; made where it is missing, with its folder
 */
@ConfigurationProperties("noc.database")
record DatabaseProperties(
        @DefaultValue("/data/monitoring.db") Path path) {

    Path sibling(String name) {
        return path.toAbsolutePath().resolveSibling(name);
    }
}
