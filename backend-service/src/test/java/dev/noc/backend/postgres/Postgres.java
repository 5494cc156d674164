package dev.noc.backend.postgres;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.function.SingletonSupplier;

/** Databases on the one server of a run, as a new installation has them. */
public final class Postgres {

    private static final String TEMPLATE = "migrated";
    private static final Supplier<PostgresServer> SERVER = SingletonSupplier.of(Postgres::startServer);
    private static final AtomicInteger databases = new AtomicInteger();

    private Postgres() {}

    /** Returns a database with the default targets and nothing else. */
    public static DataSource migrated() {
        return open(create("template " + TEMPLATE));
    }

    /** Returns the settings of a backend that is given an empty database, as arguments of a program. */
    public static List<String> newDatabase() {
        return List.of(
                "--noc.database.url=" + SERVER.get().url(create("")),
                "--noc.database.user=" + PostgresServer.USER,
                "--noc.database.password=" + PostgresServer.PASSWORD);
    }

    private static String create(String like) {
        var name = "test_" + databases.incrementAndGet();
        new JdbcTemplate(open("postgres")).execute("create database %s %s".formatted(name, like));
        return name;
    }

    private static PostgresServer startServer() {
        var server = PostgresServer.start();
        new JdbcTemplate(open(server, "postgres")).execute("create database " + TEMPLATE);
        Flyway.configure()
                .dataSource(open(server, TEMPLATE))
                .locations("classpath:db/migration/postgresql")
                .load()
                .migrate();
        return server;
    }

    private static DataSource open(String database) {
        return open(SERVER.get(), database);
    }

    private static DataSource open(PostgresServer server, String database) {
        return new DriverManagerDataSource(server.url(database), PostgresServer.USER, PostgresServer.PASSWORD);
    }
}
