package dev.noc.backend.system;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import dev.noc.backend.database.FirstConnection;
import dev.noc.backend.database.OnPostgres;
import java.sql.SQLException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** PostgreSQL, for those who outgrow SQLite. */
@Configuration(proxyBeanMethods = false)
@OnPostgres
class PostgresConfiguration {

    /** The driver's names: <a href="https://jdbc.postgresql.org/documentation/use/">its connection parameters</a>. */
    @Bean
    HikariDataSource dataSource(DatabaseProperties database, Storage storage) {
        var login = PostgresLogin.of(database);
        FirstConnection.require(login.url(), login.user(), login.password());
        var pool = DatabasePool.named("postgresql");
        pool.setJdbcUrl(login.url());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.addDataSourceProperty("ApplicationName", "noc-backend");
        // A server that vanished without a word is noticed, rather than waited for.
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.setExceptionOverride(new SQLExceptionOverride() {
            @java.lang.Override
            public Override adjudicate(SQLException e) {
                storage.note(e);
                return Override.CONTINUE_EVICT;
            }
        });
        return pool;
    }
}
