package dev.noc.backend.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** Only while the data is in an SQLite file, which it is unless {@code DATABASE_URL} names a server. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(NamedServer.Missing.class)
public @interface OnSqlite {}
