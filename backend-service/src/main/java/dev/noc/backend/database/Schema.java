package dev.noc.backend.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Versions of the schema: the numbers of its migrations. */
final class Schema {

    private static final String MIGRATIONS = "classpath*:db/migration/sqlite/V*__*";
    private static final Pattern NUMBER = Pattern.compile("V([\\d._]+?)__.*");

    private Schema() {}

    /** The newest version that this program knows. */
    static MigrationVersion newest() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(MIGRATIONS))
                    .map(Resource::getFilename)
                    .filter(Objects::nonNull)
                    .map(Schema::version)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MigrationVersion version(@Nullable String name) {
        var matcher = NUMBER.matcher(Objects.requireNonNull(name));
        return matcher.matches() ? MigrationVersion.fromVersion(matcher.group(1)) : MigrationVersion.EMPTY;
    }
}
