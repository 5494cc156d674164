package dev.noc.probe.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real process, three times in a row on one spool. */
@Timeout(60)
class SpoolCrashTest {

    private static final int KILLS = 3;

    @TempDir
    Path dir;

    @RepeatedTest(2)
    void keepsEachResultThatWasSaidToBeKept() throws Exception {
        var random = new Random();
        int told = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            told = killAfter(20 + random.nextInt(500), kept());
            assertThat(kept()).isBetween(told + 1, told + 2);
        }
    }

    /** Returns the last number that the process told. */
    private int killAfter(int results, int next) throws IOException, InterruptedException {
        var writer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        dir.resolve("spool.db").toString(),
                        Integer.toString(next))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = writer.inputReader()) {
            skip(output, results);
            assertThat(writer.toHandle().destroyForcibly()).isTrue();
            writer.waitFor();
            return output.lines().mapToInt(Integer::parseInt).max().orElse(next + results - 1);
        }
    }

    private static void skip(BufferedReader output, int lines) throws IOException {
        for (int i = 0; i < lines; i++) {
            assertThat(output.readLine()).as("the writer ended by itself").isNotNull();
        }
    }

    /** Returns how many results there are, which are all from the first one on. */
    private int kept() throws Exception {
        try (var file = SpoolFile.open(dir.resolve("spool.db"))) {
            var kept = Spools.numbers(file.find(0, Long.MAX_VALUE, 1 << 30, 1 << 30));
            assertThat(kept).isEqualTo(IntStream.range(0, kept.size()).boxed().toList());
            return kept.size();
        }
    }
}
