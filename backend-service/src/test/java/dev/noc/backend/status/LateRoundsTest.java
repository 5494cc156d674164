package dev.noc.backend.status;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rounds that come late change what was, and raise no alarm. */
class LateRoundsTest extends WatchedTargetTest {

    @Autowired
    Vigil vigil;

    @Test
    void repairTheHistoryButRaiseNoAlarm() {
        target.live("office", "555" + "....." + "555");
        clock.advance(Duration.ofMinutes(10));
        target.forgetWhatWasTold();

        target.report("office", target.rounds("office", "..." + "00000"));

        assertThat(target.only().start()).isEqualTo(target.time(30));
        assertThat(target.only().end()).isEqualTo(target.time(80));
        assertThat(target.told()).containsExactly("closed DOWN, not live");
    }

    @Test
    void replaceTheProofOfWhatTheyMakeWorse() {
        target.live("office", "5555555" + "33" + "3..3" + "5555555");
        clock.advance(Duration.ofMinutes(10));
        var before = target.only();
        assertThat(before.worst()).isEqualTo(Status.DEGRADED);

        target.report("office", target.rounds("office", "5555555" + "33" + "300"));

        assertThat(target.only().id()).isEqualTo(before.id());
        assertThat(target.only().worst()).isEqualTo(Status.DOWN);
        assertThat(requireNonNull(target.only().proof().firstWorst()).time()).isEqualTo(target.time(100));
    }

    @Test
    void joinTwoIncidents() {
        target.live("office", "5500" + "5" + ".".repeat(3) + "5".repeat(29) + "00" + "5");
        clock.advance(Duration.ofMinutes(10));
        assertThat(target.found()).hasSize(2);
        long first = target.found().getLast().id();
        target.forgetWhatWasTold();

        target.report("office", target.rounds("office", "5500" + "." + "000"));

        assertThat(target.only().id()).isEqualTo(first);
        assertThat(target.told()).contains("withdrawn DOWN").noneMatch(event -> event.endsWith(", live"));
    }

    @Test
    void partAnIncident() {
        target.live("office", "5500" + ".".repeat(34) + "00" + "55");
        clock.advance(Duration.ofMinutes(10));
        long only = target.only().id();

        target.report("office", target.rounds("office", "...." + "5".repeat(34)));

        assertThat(target.found()).hasSize(2);
        assertThat(target.found().getLast().id()).isEqualTo(only);
    }

    @Test
    void areAnnouncedOnceItIsPlainThatWhatTheyToldGoesOn() {
        target.live("office", "555");
        clock.advance(Duration.ofMinutes(10));
        vigil.look();
        target.forgetWhatWasTold();

        target.report("office", target.rounds("office", "..." + "0".repeat(20)));
        assertThat(target.told()).containsExactly("opened DOWN, not live");
        vigil.look();
        assertThat(target.told()).hasSize(1);

        target.report("office", List.of(target.round("office", clock.instant(), '0')));
        vigil.look();
        vigil.look();

        assertThat(target.told()).doesNotContain("opened DOWN, live");
        clock.advance(Duration.ofSeconds(10));
        target.report("office", List.of(target.round("office", clock.instant(), '0')));
        vigil.look();
        assertThat(target.told())
                .contains("UNKNOWN -> DOWN, live", "opened DOWN, live")
                .doesNotHaveDuplicates();
    }
}
