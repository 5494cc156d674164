package dev.noc.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.noc.backend.Sqlite;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class SnapshotTest {

    @TempDir
    Path folder;

    @Test
    void isOfOneMomentWhileOthersGoOnWriting() throws Exception {
        var file = Databases.filled(folder, "latest");
        var ended = new AtomicBoolean();
        var writing = new CountDownLatch(3);
        var writer = Thread.ofPlatform().start(() -> {
            var jdbc = new JdbcTemplate(Sqlite.migrated(folder));
            for (int i = 1; !ended.get(); i++) {
                // Each statement is a transaction: a copy has the number in all rows, or in none.
                jdbc.update("update target set version = ?", i);
                writing.countDown();
            }
        });
        try {
            writing.await();
            for (int i = 0; i < 3; i++) {
                var copy = folder.resolve("copy.db");
                Snapshot.copy(file, copy);

                assertThat(numbersIn(copy)).isOne();
            }
        } finally {
            ended.set(true);
            writer.join();
        }
    }

    @Test
    void hasWhatIsOnlyInTheWalYet() throws IOException {
        var file = Databases.filled(folder, "latest");
        var copy = folder.resolve("copy.db");
        try (var open = file.openToRead(); // keeps the WAL from being taken in
                var reading = open.createStatement()) {
            reading.execute("begin");
            reading.executeQuery("select * from target").close();
            Databases.with(folder, "update target set version = 7");

            Snapshot.copy(file, copy);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }

        assertThat(Databases.jdbc(copy).queryForObject("select min(version) from target", Integer.class))
                .isEqualTo(7);
    }

    @Test
    void leavesNothingOfACopyThatIsDamaged() throws IOException {
        var file = Databases.filled(folder, "2");
        Databases.damage(file, 20);
        var copy = folder.resolve("copy.db");

        assertThatThrownBy(() -> Snapshot.copy(file, copy)).isInstanceOf(DatabaseRefusal.class);

        assertThat(folder.toFile().list()).containsExactly("monitoring.db");
    }

    @Test
    void isNotBegunWhereThereIsNoRoom() {
        assertThatThrownBy(() -> NoRoom.refuse(folder, Long.MAX_VALUE / 2))
                .isInstanceOf(NoRoom.class)
                .hasMessageStartingWith("There is no room for a copy in " + folder + ": it takes ");
    }

    private static @Nullable Integer numbersIn(Path copy) {
        return Databases.jdbc(copy).queryForObject("select count(distinct version) from target", Integer.class);
    }
}
