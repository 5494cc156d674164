package dev.noc.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.system.machine.Docker;
import dev.noc.system.machine.Need;
import dev.noc.system.machine.Needs;
import dev.noc.system.noc.Stack;
import dev.noc.system.noc.StackExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The way there and back of everything that noc in containers has stored. */
@Needs({Need.ENGINE, Need.NAMESPACES})
@ExtendWith(StackExtension.class)
class BackupIT {

    private final Stack noc;

    @TempDir
    Path folder;

    BackupIT(Stack noc) {
        this.noc = noc;
    }

    @Test
    void bringsEverythingBackAfterARemoval() {
        var backup = folder.resolve("noc.db").toString();
        var before = noc.rounds();
        assertThat(before).isNotEmpty();
        run("scripts/backup.sh", backup);
        run("scripts/check-database.sh");

        // Not the images, which the other tests need: what is stored is in the volume.
        run("stop-app.sh");
        Docker.run("rm", "network-backend");
        Docker.run("volume", "rm", "noc-data");
        run("prepare-app.sh");
        assertThat(noc.checkout()
                        .script("scripts/restore.sh", "--yes", backup)
                        .succeed()
                        .lines())
                .contains("Restored %s. ./start-app.sh starts noc with it.".formatted(backup));
        run("start-app.sh");

        assertThat(noc.rounds()).containsAll(before);
    }

    @Test
    void putsABackupBackWhileNocRuns() {
        var backup = folder.resolve("noc.db").toString();
        run("scripts/backup.sh", backup);
        run("scripts/check-database.sh", backup);
        var before = noc.rounds();

        assertThat(noc.checkout()
                        .script("scripts/restore.sh", "--yes", backup)
                        .succeed()
                        .lines())
                .contains("Stopping backend container...", "Restored %s.".formatted(backup));

        assertThat(Docker.isHealthy("network-backend")).isTrue();
        assertThat(noc.rounds()).isNotEmpty();
        assertThat(before).isNotEmpty();
    }

    private void run(String script, String... arguments) {
        noc.checkout().script(script, arguments).succeed();
    }
}
