package dev.noc.backend.status;

import static java.util.Objects.requireNonNull;

import dev.noc.backend.database.OnPostgres;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Backends that share a PostgreSQL server: a row counts the transactions that judged, and lets them do so one by one. */
@Component
@OnPostgres
class PostgresPeers implements Peers {

    private final JdbcTemplate jdbc;
    private volatile long known = -1;

    PostgresPeers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void adopt() {
        known = version();
    }

    @Override
    public boolean isCurrent() {
        return known == version();
    }

    @Override
    public boolean judge() {
        long mine = requireNonNull(
                jdbc.queryForObject("update judgement set version = version + 1 returning version", Long.class));
        boolean current = known == mine - 1;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known = mine;
            }
        });
        return current;
    }

    private long version() {
        return requireNonNull(jdbc.queryForObject("select version from judgement", Long.class));
    }
}
