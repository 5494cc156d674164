package dev.noc.backend.system;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Recognises that the database could not grow. What was stored before stays as it is. */
final class DiskFull {

    /** SQLITE_FULL, <a href="https://www.sqlite.org/rescode.html#full">SQLite result codes</a>. */
    private static final int SQLITE_FULL = 13;

    private DiskFull() {}

    static boolean isCauseOf(Exception e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == SQLITE_FULL) {
                return true;
            }
        }
        return false;
    }

    static ProblemDetail problem() {
        return Problems.of(
                HttpStatus.INSUFFICIENT_STORAGE,
                "disk-full",
                "The disk is full",
                "Nothing was stored, and nothing that is stored was harmed. Make room where the database is kept"
                        + " (DATABASE_PATH), then send the request again.");
    }
}
