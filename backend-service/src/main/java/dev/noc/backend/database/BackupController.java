package dev.noc.backend.database;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out a copy of everything that SQLite keeps. */
@RestController
@OnSqlite
class BackupController {

    private static final Logger log = LoggerFactory.getLogger(BackupController.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'noc-'yyyyMMdd'T'HHmmss'Z.db'").withZone(ZoneOffset.UTC);

    private final Backups backups;
    private final Clock clock;

    BackupController(SqliteFile file, Clock clock) throws IOException {
        this.backups = new Backups(file);
        this.clock = clock;
        backups.clearAway();
        new Restore(file).discard();
    }

    @GetMapping("/api/v1/backup")
    void download(HttpServletResponse response) throws IOException, InterruptedException {
        var name = NAME.format(clock.instant());
        try (var backup = make()) {
            var attachment = ContentDisposition.attachment().filename(name).build();
            response.setContentType("application/vnd.sqlite3");
            response.setContentLengthLong(backup.size());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment.toString());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            send(backup, response);
        }
    }

    /** On a thread of the system: SQLite's code would keep a virtual one on its carrier, of which there may be just one. */
    private Backups.Backup make() throws IOException, InterruptedException {
        var work = new FutureTask<>(backups::make);
        Thread.ofPlatform().name("backup").daemon().start(work);
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DatabaseRefusal refusal) {
                throw BackupRefusal.of(refusal);
            }
            throw new IOException("The backup failed", e.getCause());
        }
    }

    /** Nobody is there to read a problem when this fails; that the file ends too early shows by its length. */
    private static void send(Backups.Backup backup, HttpServletResponse response) {
        try {
            Files.copy(backup.path(), response.getOutputStream());
        } catch (IOException e) {
            log.warn("A backup was not fetched to its end: {}", e.toString());
        }
    }
}
