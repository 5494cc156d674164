package dev.noc.backend.history;

import dev.noc.backend.database.OnSqlite;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives space back to the disk that SQLite keeps for later. Some is left, since what is forgotten today makes room for
 * what comes tomorrow.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_incremental_vacuum">incremental_vacuum</a>
 */
@Component
@OnSqlite
@Order(5)
class ShrinkChore implements Chore {

    private static final int PAGES_AT_ONCE = 256;
    private static final long LEAST_RESERVE = 1_024;
    private static final long RESERVED_FRACTION = 20;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;

    ShrinkChore(JdbcTemplate jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public String purpose() {
        return "give space back to the disk";
    }

    @Override
    public boolean doSome() {
        long unused = pragma("freelist_count");
        long over = unused - Math.max(LEAST_RESERVE, pragma("page_count") / RESERVED_FRACTION);
        if (over < PAGES_AT_ONCE) {
            return false;
        }
        transaction.executeWithoutResult(status -> giveBack());
        return pragma("freelist_count") < unused;
    }

    /** As an update, because the driver then steps it to its end: each step gives one page back. */
    private void giveBack() {
        jdbc.update("pragma incremental_vacuum(" + PAGES_AT_ONCE + ")");
    }

    private long pragma(String name) {
        var value = jdbc.queryForObject("pragma " + name, Long.class);
        return value == null ? 0 : value;
    }
}
