package dev.noc.probe.spool;

import static dev.noc.probe.spool.Spools.lines;
import static dev.noc.probe.spool.Spools.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolFileTest {

    private static final int ALL = 1 << 30;

    @TempDir
    Path dir;

    @Test
    void givesBackWhatItWasGivenInTheSameOrder() throws Exception {
        try (var file = SpoolFile.open(dir.resolve("spool.db"))) {
            file.append(lines(0, 3));
            file.append(lines(3, 5));

            assertThat(all(file)).containsExactly(0, 1, 2, 3, 4);
            assertThat(numbers(file.find(0, Long.MAX_VALUE, 2, ALL))).containsExactly(0, 1);
            assertThat(numbers(file.find(3, 4, 10, ALL))).containsExactly(3);
            assertThat(file.size()).isEqualTo(5);
        }
    }

    @Test
    void keepsWithinTheBytesAskedForButGivesOneAtLeast() throws Exception {
        try (var file = SpoolFile.open(dir.resolve("spool.db"))) {
            file.append(lines(0, 10));
            int one = file.find(0, 1, 1, ALL).results().getFirst().length + 1;

            assertThat(numbers(file.find(0, Long.MAX_VALUE, 10, 3 * one))).containsExactly(0, 1, 2);
            assertThat(numbers(file.find(0, Long.MAX_VALUE, 10, 1))).containsExactly(0);
        }
    }

    @Test
    void remembersAllOfItAndNeverUsesAnIdTwice() throws Exception {
        try (var file = SpoolFile.open(dir.resolve("spool.db"))) {
            file.append(lines(0, 10));
            assertThat(file.delete(1, 4)).isEqualTo(4);
        }
        try (var file = SpoolFile.open(dir.resolve("spool.db"))) {
            assertThat(all(file)).containsExactly(4, 5, 6, 7, 8, 9);
            file.delete(1, 10);
            assertThat(file.size()).isZero();
        }
        try (var file = SpoolFile.open(dir.resolve("spool.db"))) {
            assertThat(file.newest()).isEqualTo(10);
            file.append(lines(10, 11));
            assertThat(file.find(0, Long.MAX_VALUE, 1, ALL).first()).isEqualTo(11);
        }
    }

    @Test
    void losesNothingThatWasWrittenWhereverAPowerCutCutsItsLog() throws Exception {
        var cut = Files.createDirectory(dir.resolve("cut"));
        try (var file = SpoolFile.open(dir.resolve("spool.db"))) {
            for (int n = 0; n < 40; n++) {
                file.append(lines(n, n + 1));
            }
            var log = Files.readAllBytes(dir.resolve("spool.db-wal"));
            int before = -1;
            for (int length = 0; length < log.length; length += 211) {
                var kept = afterCut(cut, Arrays.copyOf(log, length));
                assertThat(kept)
                        .isEqualTo(IntStream.range(0, kept.size()).boxed().toList());
                assertThat(kept).hasSizeGreaterThanOrEqualTo(before);
                before = kept.size();
            }
            assertThat(before).isGreaterThan(30);
            assertThat(afterCut(cut, log)).hasSize(40);
        }
    }

    @Test
    void losesNothingThatWasWrittenWhenTheEndOfItsLogIsGarbage() throws Exception {
        var cut = Files.createDirectory(dir.resolve("cut"));
        try (var file = SpoolFile.open(dir.resolve("spool.db"))) {
            file.append(lines(0, 5));
            var log = Files.readAllBytes(dir.resolve("spool.db-wal"));
            var torn = Arrays.copyOf(log, log.length + 5_000);
            Arrays.fill(torn, log.length, torn.length, (byte) 0x5a);

            assertThat(afterCut(cut, torn)).containsExactly(0, 1, 2, 3, 4);
        }
    }

    private List<Integer> afterCut(Path folder, byte[] log) throws IOException, SQLException {
        var copy = folder.resolve("spool.db");
        Files.write(copy, Files.readAllBytes(dir.resolve("spool.db")));
        Files.write(folder.resolve("spool.db-wal"), log);
        try (var file = SpoolFile.open(copy)) {
            return all(file);
        }
    }

    @Test
    void forgetsTheOldestByNumberAndByAge() throws Exception {
        try (var file = SpoolFile.open(dir.resolve("spool.db"))) {
            file.append(lines(0, 10));

            assertThat(file.deleteOldest(3)).isEqualTo(3);
            assertThat(file.deleteBefore(Spools.NINE.plusSeconds(6).toEpochMilli()))
                    .isEqualTo(3);
            assertThat(all(file)).containsExactly(6, 7, 8, 9);
            assertThat(file.deleteBefore(Long.MAX_VALUE)).isEqualTo(4);
            assertThat(file.size()).isZero();
        }
    }

    @Test
    void givesRoomBack() throws Exception {
        try (var file = SpoolFile.open(dir.resolve("spool.db"))) {
            file.append(lines(0, 20_000));
            long full = file.bytes();
            file.delete(1, 20_000);
            assertThat(file.bytes()).isLessThan(full / 10);
            file.shrink();

            assertThat(Files.size(dir.resolve("spool.db"))).isLessThan(full / 10);
        }
    }

    @Test
    void belongsToOneProcess() throws Exception {
        try (var file = SpoolFile.open(dir.resolve("spool.db"))) {
            file.append(lines(0, 1));

            assertThatThrownBy(() -> SpoolFile.open(dir.resolve("spool.db"))).isInstanceOf(SQLException.class);
        }
    }

    private static List<Integer> all(SpoolFile file) throws SQLException {
        return numbers(file.find(0, Long.MAX_VALUE, ALL, ALL));
    }
}
