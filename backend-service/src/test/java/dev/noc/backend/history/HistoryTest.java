package dev.noc.backend.history;

import dev.noc.backend.BackendTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A whole backend of its own that forgets soon, and whose clock these tests may move as far as they like. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@BackendTest
@TestPropertySource(properties = {"noc.retention.raw=2d", "noc.retention.minute=4d", "noc.retention.hourly=30d"})
@interface HistoryTest {}
