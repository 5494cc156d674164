package dev.noc.backend.stream;

import dev.noc.backend.BackendTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** A whole backend of its own that waits less for slow clients and is heard from more often, or these tests would take minutes. */
@BackendTest
@TestPropertySource(
        properties = {
            "noc.stream.heartbeat=400ms",
            "server.tomcat.connection-timeout=2s",
            "server.tomcat.keep-alive-timeout=60s"
        })
abstract class StreamingTest {

    @Autowired
    ApplicationContext context;

    StreamingBackend backend;

    @BeforeEach
    void addTargets() {
        backend = StreamingBackend.of(context);
    }

    @AfterEach
    void removeTargetsAndWaitUntilAllClientsAreGone() {
        backend.leave();
    }
}
