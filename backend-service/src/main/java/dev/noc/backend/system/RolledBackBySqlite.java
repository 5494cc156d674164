package dev.noc.backend.system;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Takes a connection out of the pool whose transaction SQLite has ended by itself: the driver still believes in it, so
 * whoever got the connection next would fail. Notes what was wrong.
 *
 * @see <a href="https://www.sqlite.org/lang_transaction.html">Response to errors within a transaction</a>
 */
class RolledBackBySqlite implements SQLExceptionOverride {

    private static final int NOMEM = 7;
    private static final int IOERR = 10;
    private static final int FULL = 13;
    private static final Set<Integer> ENDS_TRANSACTION = Set.of(NOMEM, IOERR, FULL);

    private final Storage storage;

    RolledBackBySqlite(Storage storage) {
        this.storage = storage;
    }

    @java.lang.Override
    public Override adjudicate(SQLException e) {
        storage.note(e);
        return ENDS_TRANSACTION.contains(e.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
