package dev.noc.backend.system;

import com.zaxxer.hikari.HikariDataSource;
import dev.noc.backend.database.OnPostgres;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** PostgreSQL, for those who outgrow SQLite. */
@Configuration(proxyBeanMethods = false)
@OnPostgres
class PostgresConfiguration {

    /** The driver's names: <a href="https://jdbc.postgresql.org/documentation/use/">its connection parameters</a>. */
    @Bean
    HikariDataSource dataSource(DatabaseProperties database) {
        var login = PostgresLogin.of(database);
        var pool = DatabasePool.named("postgresql");
        pool.setJdbcUrl(login.url());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.addDataSourceProperty("ApplicationName", "noc-backend");
        // A server that vanished without a word is noticed, rather than waited for.
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }
}
