package dev.noc.probe.assignment;

import static dev.noc.probe.assignment.Fixtures.BOTH;
import static dev.noc.probe.assignment.Fixtures.GATEWAY;
import static dev.noc.probe.assignment.Fixtures.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.noc.protocol.Assignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentReaderTest {

    private final AssignmentReader reader = Fixtures.reader();

    @Test
    void readsTargetsInTheOrderOfTheirIds() throws Exception {
        assertThat(reader.read(BOTH)).containsExactly(GATEWAY, OFFICE);
    }

    @Test
    void knowsThatThereMayBeNone() throws Exception {
        assertThat(reader.read("[]")).isEmpty();
    }

    @Test
    void leavesOutThoseThatArePaused() throws Exception {
        assertThat(reader.read(BOTH.replaceFirst("\"enabled\":true", "\"enabled\":false")))
                .containsExactly(GATEWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"intervalMillis\":null"})
    void givesTheDefaultIntervalToATargetThatNamesNone(String interval) throws Exception {
        assertThat(reader.read("[{\"id\":\"gateway\",\"address\":\"127.0.0.1\",\"check\":\"icmp\"" + interval + "}]"))
                .containsExactly(new Assignment("gateway", "gateway", "127.0.0.1", "icmp", 10_000, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "42",
                "{}",
                "{\"id\":\"x\",\"check\":\"icmp\"}",
                "{\"id\":\"x\",\"address\":\" \",\"check\":\"icmp\"}",
                "{\"id\":7,\"address\":\"127.0.0.9\",\"check\":\"icmp\"}",
                "{\"id\":\"x\",\"address\":\"127.0.0.9\"}",
                "{\"id\":\"x\",\"address\":\"127.0.0.9\",\"check\":\"icmp\",\"intervalMillis\":999}",
                "{\"id\":\"x\",\"address\":\"127.0.0.9\",\"check\":\"icmp\",\"intervalMillis\":86400001}",
                "{\"id\":\"x\",\"address\":\"127.0.0.9\",\"check\":\"icmp\",\"intervalMillis\":\"soon\"}",
                "{\"id\":\"gateway\",\"address\":\"127.0.0.9\",\"check\":\"icmp\"}"
            })
    void goesOnWithTheOthersWhenOneIsBroken(String broken) throws Exception {
        assertThat(reader.read(BOTH.replace("]}]", "]}," + broken + "]"))).containsExactly(GATEWAY, OFFICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"targets\":[]}", "<html>", "[{]"})
    void refusesWhatIsNoList(String text) {
        assertThatThrownBy(() -> reader.read(text)).isInstanceOf(UnreadableAssignmentsException.class);
    }
}
