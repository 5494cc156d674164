package dev.noc.probe.check;

import dev.noc.icmp.NameService;
import dev.noc.icmp.Pinger;
import dev.noc.icmp.Pingers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses how echo requests are sent, and who looks names up. */
@Configuration(proxyBeanMethods = false)
class PingerConfiguration {

    private static final Logger log = LoggerFactory.getLogger(PingerConfiguration.class);

    @Bean
    Pinger pinger() {
        var choice = Pingers.best();
        log.info(choice.reason());
        return choice.pinger();
    }

    /** For the checks whose result tells how long a look-up took. */
    @Bean
    NameService nameService() {
        return new NameService();
    }
}
