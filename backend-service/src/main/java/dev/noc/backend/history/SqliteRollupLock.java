package dev.noc.backend.history;

import dev.noc.backend.database.OnSqlite;
import org.springframework.stereotype.Component;

/** Does nothing: SQLite has one writer at a time. */
@Component
@OnSqlite
class SqliteRollupLock implements RollupLock {

    @Override
    public void share() {
        // The transaction holds the write lock since it began.
    }

    @Override
    public void own() {
        // The same.
    }
}
