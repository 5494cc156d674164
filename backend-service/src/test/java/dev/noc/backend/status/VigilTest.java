package dev.noc.backend.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.result.Series;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What time alone tells. */
class VigilTest extends WatchedTargetTest {

    @Autowired
    Vigil vigil;

    @Autowired
    Standings standings;

    @Test
    void tellsByTimeAloneThatNobodyCanTell() {
        target.live("office", "555" + "000");
        target.forgetWhatWasTold();

        clock.advance(Duration.ofSeconds(31));
        vigil.look();

        assertThat(target.told()).containsExactly("DOWN -> UNKNOWN, live");
        assertThat(target.only().isOpen()).isTrue();

        clock.advance(Duration.ofHours(24));
        vigil.look();

        assertThat(target.only().end()).isEqualTo(target.time(80));
    }

    @Test
    void goesOnWithoutASeriesThatAnotherBackendDeleted() {
        target.live("office", "555");
        var known = standings.ofTarget(WatchedTarget.ID).values().iterator().next();
        var deleted = new Series(Long.MAX_VALUE, WatchedTarget.ID, "attic");
        standings.put(deleted, known);
        target.forgetWhatWasTold();
        clock.advance(Duration.ofSeconds(31));

        vigil.look();

        assertThat(target.told()).containsExactly("UP -> UNKNOWN, live");
        assertThat(standings.ofTarget(WatchedTarget.ID)).hasSize(1).doesNotContainKey(deleted);
    }
}
