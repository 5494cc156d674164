package dev.noc.backend.system;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Red from the first write that fails until one succeeds. Since nobody may be writing, least of all where nothing is let
 * through that is red, this tries it itself.
 */
@Component
class StorageHealthIndicator implements HealthIndicator {

    /** So much room there must be, so that the next report is not refused again. */
    private static final int TRIAL_LENGTH = 1 << 18;

    private final Storage storage;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    StorageHealthIndicator(Storage storage, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.storage = storage;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public synchronized Health health() {
        if (storage.fault() != null && canWrite()) {
            storage.works();
        }
        var fault = storage.fault();
        return fault == null
                ? Health.up().build()
                : Health.down().withDetail("reason", fault.words()).build();
    }

    /** A transaction of its own for each step: only its end writes to the disk. */
    private boolean canWrite() {
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.execute("create table if not exists storage_trial (filling text not null)");
                jdbc.update("insert into storage_trial (filling) values (?)", "x".repeat(TRIAL_LENGTH));
            });
            transaction.executeWithoutResult(status -> jdbc.execute("drop table storage_trial"));
            return true;
        } catch (DataAccessException | TransactionException e) {
            return false;
        }
    }
}
