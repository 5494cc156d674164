package dev.noc.probe.assignment;

import static dev.noc.probe.assignment.Fixtures.GATEWAY;
import static dev.noc.probe.assignment.Fixtures.OFFICE;
import static dev.noc.probe.assignment.Fixtures.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedAssignmentsTest {

    @TempDir
    Path dir;

    @Test
    void remembersNothingAtFirst() {
        assertThat(Fixtures.remembered(dir).load()).isEmpty();
    }

    @Test
    void surviveARestart() {
        Fixtures.remembered(dir.resolve("new/folder")).save(List.of(GATEWAY, SHOP));

        assertThat(Fixtures.remembered(dir.resolve("new/folder")).load()).contains(List.of(GATEWAY, SHOP));
    }

    @Test
    void replaceWhatWasThereAndLeaveNothingElse() {
        Fixtures.remembered(dir).save(List.of(GATEWAY, OFFICE));
        Fixtures.remembered(dir).save(List.of());

        assertThat(Fixtures.remembered(dir).load()).contains(List.of());
        assertThat(dir).isDirectoryContaining("glob:**/assignments.json").isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void areSetAsideWhenTheyCannotBeRead() throws Exception {
        Files.writeString(dir.resolve("assignments.json"), "[{\"id\":");

        assertThat(Fixtures.remembered(dir).load()).isEmpty();
        assertThat(dir.resolve("assignments.json")).doesNotExist();
        assertThat(dir.resolve("assignments.json.corrupt")).hasContent("[{\"id\":");
    }

    @Test
    void areNotWorthAFailure() throws Exception {
        var file = Files.createFile(dir.resolve("a-file-and-no-folder"));
        var unwritable = Fixtures.remembered(file);

        assertThatCode(() -> unwritable.save(List.of(GATEWAY))).doesNotThrowAnyException();
        assertThat(unwritable.load()).isEmpty();
    }
}
