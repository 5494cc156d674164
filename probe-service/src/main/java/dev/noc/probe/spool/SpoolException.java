package dev.noc.probe.spool;

import java.sql.SQLException;

/** The spool cannot be read or written. The message says why, for a log line and not for a stack trace. */
public class SpoolException extends Exception {

    SpoolException(SQLException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
