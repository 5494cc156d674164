package dev.noc.probe.check;

import dev.noc.icmp.Pinger;
import dev.noc.icmp.SystemPinger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses how echo requests are sent. */
@Configuration(proxyBeanMethods = false)
class PingerConfiguration {

    @Bean
    Pinger pinger() {
        return new SystemPinger();
    }
}
