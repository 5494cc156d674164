package dev.noc.backend.status;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import dev.noc.backend.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** Each test has a target of which nothing is known yet. */
@BackendTest
abstract class WatchedTargetTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    WatchedTarget target;

    @BeforeEach
    void addTarget() {
        target = WatchedTarget.in(context);
    }

    @AfterEach
    void deleteTarget() {
        target.delete();
    }
}
