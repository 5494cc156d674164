package dev.noc.probe;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void packagesKeepToTheirAllowedDependencies() {
        ApplicationModules.of(ProbeApplication.class).verify();
    }
}
