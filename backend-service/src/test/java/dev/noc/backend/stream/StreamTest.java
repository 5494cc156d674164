package dev.noc.backend.stream;

import dev.noc.backend.BackendTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A whole backend of its own that waits less for slow clients and is heard from more often, or these tests would take minutes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@BackendTest
@TestPropertySource(
        properties = {
            "noc.stream.heartbeat=400ms",
            "server.tomcat.connection-timeout=2s",
            "server.tomcat.keep-alive-timeout=60s"
        })
@interface StreamTest {}
