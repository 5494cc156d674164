package dev.noc.backend.postgres;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;

/** Runs what the class inherits against a backend on PostgreSQL, which such classes share. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NeedsPostgres
@ContextConfiguration(initializers = PostgresDatabase.class)
public @interface OnPostgresServer {}
