package dev.noc.backend.database;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Why there is no backup, and what to do. Carries its own problem document. */
class BackupRefusal extends ErrorResponseException {

    private BackupRefusal(HttpStatus status, String type, String title, String detail) {
        super(status);
        setType(URI.create("/problems/" + type));
        setTitle(title);
        setDetail(detail);
    }

    static BackupRefusal of(DatabaseRefusal reason) {
        var detail = reason.getMessage() + " " + reason.remedy();
        if (reason instanceof NoRoom) {
            return new BackupRefusal(HttpStatus.INSUFFICIENT_STORAGE, "no-room", "There is no room for a copy", detail);
        }
        if (reason instanceof Backups.BackupRunning) {
            return new BackupRefusal(HttpStatus.CONFLICT, "backup-running", "One backup at a time", detail);
        }
        return new BackupRefusal(
                HttpStatus.INTERNAL_SERVER_ERROR, "database-damaged", "The database cannot be copied", detail);
    }

    static BackupRefusal anotherDatabase() {
        return new BackupRefusal(
                HttpStatus.NOT_IMPLEMENTED,
                "backup-elsewhere",
                "The database has tools of its own",
                "noc keeps its data in PostgreSQL here, and makes backups of SQLite only. Use PostgreSQL's own program:"
                        + " pg_dump --format=custom --file=noc.dump, and pg_restore to bring it back.");
    }
}
