package dev.noc.backend;

import dev.noc.backend.database.DatabaseCommands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the backend, or does one thing with its database and ends. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class BackendApplication {

    public static void main(String[] args) {
        if (DatabaseCommands.isNamedBy(args)) {
            System.exit(DatabaseCommands.run(args));
        }
        SpringApplication.run(BackendApplication.class, args);
    }
}
