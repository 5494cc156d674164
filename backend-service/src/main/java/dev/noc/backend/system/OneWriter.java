package dev.noc.backend.system;

import java.util.concurrent.locks.ReentrantLock;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Lets one transaction write after the other, in the order in which they came. SQLite has one writer at a time anyway, but
 * whoever finds it taken there sleeps and tries again, and may be overtaken until its time is up.
 */
class OneWriter extends JpaTransactionManager {

    private final ReentrantLock turn = new ReentrantLock(true);

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        turn.lock();
        boolean begun = false;
        try {
            super.doBegin(transaction, definition);
            begun = true;
        } finally {
            if (!begun) {
                turn.unlock();
            }
        }
    }

    /** What SQLite has ended by itself cannot be rolled back again; that must not hide why it did. */
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (RuntimeException e) {
            logger.debug("There was nothing to roll back", e);
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            turn.unlock();
        }
    }
}
