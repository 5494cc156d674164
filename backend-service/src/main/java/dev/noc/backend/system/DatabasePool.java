package dev.noc.backend.system;

import com.zaxxer.hikari.HikariDataSource;

/** Connections that are kept open, whichever database they lead to. */
final class DatabasePool {

    private static final int MAX_CONNECTIONS = 8;

    private DatabasePool() {}

    static HikariDataSource named(String name) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setMaximumPoolSize(MAX_CONNECTIONS);
        return pool;
    }
}
