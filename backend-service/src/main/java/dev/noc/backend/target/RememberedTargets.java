package dev.noc.backend.target;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The targets as they were read last, for as long as the table says the same: to read all of it as one text takes a fraction
 * of what a thousand entities do, and whoever changed it, another backend too, changed that text.
 */
@Component
class RememberedTargets {

    /** Every change of a row changes its version; the rest tells a row from one that was deleted and made anew. */
    private static final String TABLE = """
            select string_agg(concat(
                id, '|', version, '|', name, '|', address, '|', check_kind, '|', interval_millis, '|', enabled, '|', tags,
                '|', settings, '|', provisioned), ';' order by id)
            from target
            """;

    private final JdbcTemplate jdbc;
    private volatile Memory memory = new Memory("", List.of());

    RememberedTargets(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads again only what has changed. In a transaction always: its own changes may not be in the table yet. */
    List<Target> orElse(Supplier<List<Target>> read) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return read.get();
        }
        // Before the targets: what changes in between is noticed the next time.
        var table = table();
        var known = memory;
        if (!known.table().equals(table)) {
            known = new Memory(table, read.get());
            memory = known;
        }
        return known.targets();
    }

    private String table() {
        @Nullable String text = jdbc.queryForObject(TABLE, String.class);
        return Objects.requireNonNullElse(text, "");
    }

    private record Memory(String table, List<Target> targets) {}
}
