package dev.noc.probe;

import java.security.Security;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the probe. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
public class ProbeApplication {

    /** How long an address may be used without asking the name service again. Java's default is 30 s. */
    private static final String NAME_SECONDS = "5";

    public static void main(String[] args) {
        followNames();
        SpringApplication.run(ProbeApplication.class, args);
    }

    /** A backend, or a target, that moves must be found again within a round; Java reads this before its first look-up. */
    private static void followNames() {
        Security.setProperty("networkaddress.cache.ttl", NAME_SECONDS);
        Security.setProperty("networkaddress.cache.negative.ttl", "1");
    }

    /** One clock, so that tests can set it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
