package dev.noc.backend.system;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether the database could write the last time that it was asked to. */
@Component
class Storage {

    private static final Logger log = LoggerFactory.getLogger(Storage.class);

    private volatile @Nullable StorageFault fault;

    /** Returns what was wrong, or null. */
    @Nullable
    StorageFault fault() {
        return fault;
    }

    /** Looks whether an exception means that nothing can be written. */
    void note(SQLException e) {
        var found = StorageFault.of(e);
        if (found != null && found != fault) {
            fault = found;
            log.error("Nothing can be stored. {} Probes keep their results meanwhile.", found.words());
        }
    }

    void works() {
        if (fault != null) {
            fault = null;
            log.info("The database can be written to again.");
        }
    }
}
