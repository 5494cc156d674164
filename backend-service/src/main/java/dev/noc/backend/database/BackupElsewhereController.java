package dev.noc.backend.database;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says who makes backups where noc does not. */
@RestController
@OnPostgres
class BackupElsewhereController {

    @GetMapping("/api/v1/backup")
    void download() {
        throw BackupRefusal.anotherDatabase();
    }
}
