package dev.noc.backend.status;

import dev.noc.backend.database.OnSqlite;
import org.springframework.stereotype.Component;

/** A SQLite file belongs to one backend. */
@Component
@OnSqlite
class NoPeers implements Peers {

    @Override
    public void adopt() {
        // Nobody else changes it.
    }

    @Override
    public boolean isCurrent() {
        return true;
    }

    @Override
    public boolean judge() {
        return true;
    }
}
