package dev.noc.backend.system;

import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Why the database cannot write, as far as whoever runs it can do something about that. What was stored before stays as it
 * is: each of these ends a transaction as a whole.
 *
 * @see <a href="https://www.sqlite.org/rescode.html">SQLite's result codes</a>
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's error codes</a>
 */
enum StorageFault {
    FULL(13, "53100", "disk-full", "The disk is full", "Make room where the database is kept (DATABASE_PATH)."),
    FAILING(
            10,
            "58030",
            "disk-failing",
            "The disk fails",
            "Look at the disk where the database is kept (DATABASE_PATH), and at the system's log."),
    READ_ONLY(
            8,
            "25006",
            "database-read-only",
            "The database may only be read",
            "Give noc the right to write where the database is kept (DATABASE_PATH): the file, its folder and the mount."),
    CORRUPT(
            11,
            "XX001",
            "database-corrupt",
            "The database is damaged",
            "Stop noc, keep a copy of the damaged database, and restore a backup."),
    NO_MEMORY(
            7,
            "53200",
            "database-out-of-memory",
            "The database has no memory left",
            "Give noc's container or the machine more memory.");

    private final int sqlite;
    private final String postgres;
    private final String type;
    private final String title;
    private final String advice;

    StorageFault(int sqlite, String postgres, String type, String title, String advice) {
        this.sqlite = sqlite;
        this.postgres = postgres;
        this.type = type;
        this.title = title;
        this.advice = advice;
    }

    private static final int SQLITE_NOTADB = 26;

    /** Returns the fault that is behind a failure, or null where it is something else. */
    static @Nullable StorageFault of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Arrays.stream(values())
                        .filter(fault -> fault.isMeantBy(sql))
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    private boolean isMeantBy(SQLException sql) {
        int code = sql.getErrorCode() == SQLITE_NOTADB ? CORRUPT.sqlite : sql.getErrorCode();
        return code == sqlite || postgres.equals(sql.getSQLState());
    }

    /** Returns what is wrong, and what to do. */
    String words() {
        return title + ". " + advice;
    }

    ProblemDetail problem() {
        return Problems.of(
                this == FULL ? HttpStatus.INSUFFICIENT_STORAGE : HttpStatus.SERVICE_UNAVAILABLE,
                type,
                title,
                "Nothing was stored, and nothing that is stored was harmed by this request. " + advice
                        + " Then send the request again.");
    }
}
