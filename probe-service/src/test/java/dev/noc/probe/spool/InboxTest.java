package dev.noc.probe.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.noc.probe.schedule.RoundFinished;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Timeout(30)
class InboxTest {

    @TempDir
    Path dir;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Spool spool;
    private Inbox inbox;

    @BeforeEach
    void start() {
        spool = Spools.in(dir);
        inbox = new Inbox(spool, Spools.JSON, new SpoolMeters(registry));
        inbox.start();
    }

    @AfterEach
    void stop() throws SpoolException {
        inbox.stop();
        spool.close();
    }

    @Test
    void putsEachResultIntoTheSpool() throws Exception {
        add(0, 3);

        await().until(() -> spool.size() == 3);
        assertThat(Spools.numbers(spool.oldest(0, Long.MAX_VALUE, 10, 1 << 20))).containsExactly(0, 1, 2);
        assertThat(new SpoolHealth(spool, inbox).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void keepsWhatArrivedLastWhenItStops() {
        add(0, 10_000);
        inbox.stop();

        assertThat(spool.size()).isEqualTo(10_000);
    }

    @Test
    void saysThatTheDiskTakesNothing(CapturedOutput output) throws Exception {
        spool.close();
        add(0, 3);

        await().until(() -> inbox.trouble() != null);
        assertThat(output).containsOnlyOnce("The spool cannot be written");
        var health = new SpoolHealth(spool, inbox).health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsKey("reason");
    }

    private void add(int from, int to) {
        IntStream.range(from, to)
                .mapToObj(Spools::result)
                .map(RoundFinished::new)
                .forEach(inbox::add);
    }
}
