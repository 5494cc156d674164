package dev.noc.backend.target;

import dev.noc.backend.database.OnSqlite;
import org.springframework.stereotype.Component;

/** Does nothing: SQLite has one writer at a time. */
@Component
@OnSqlite
class SqliteProvisioningLock implements ProvisioningLock {

    @Override
    public void own() {
        // The transaction holds the write lock since it began.
    }
}
