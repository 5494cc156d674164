package dev.noc.backend;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void packagesKeepToTheirAllowedDependencies() {
        ApplicationModules.of(BackendApplication.class).verify();
    }
}
