package dev.noc.backend.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.noc.backend.BackendApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts a backend on the same database again and again, each time with another targets file. */
class TargetProvisioningTest {

    @TempDir
    Path folder;

    @Test
    void takesTargetsFromTheFileAndLetsNobodyElseChangeThem() throws IOException {
        write("targets: [{name: Till, address: 192.0.2.1}, {id: google-dns, name: Google, address: 192.0.2.2}]");

        start(targets -> {
            assertThat(targets.require("till").provisioned()).isTrue();
            assertThat(targets.require("google-dns").address()).isEqualTo("192.0.2.2");
            assertThatExceptionOfType(TargetRefusal.class)
                    .isThrownBy(() -> targets.delete("till"))
                    .withMessageContaining("TARGETS_FILE");
        });
    }

    @Test
    void pausesAndReleasesATargetThatTheFileNamesNoLonger() throws IOException {
        write("targets: [{name: Till, address: 192.0.2.1}]");
        start(targets -> {});

        write("targets: []");
        start(targets -> {
            var till = targets.require("till");
            assertThat(till.provisioned()).isFalse();
            assertThat(till.enabled()).isFalse();
            targets.delete("till");
        });
    }

    private void write(String content) throws IOException {
        Files.writeString(folder.resolve("targets.yaml"), content);
    }

    private void start(Consumer<Targets> test) {
        var backend = new SpringApplicationBuilder(BackendApplication.class);
        try (var context = backend.run(
                "--server.port=0",
                "--noc.database.path=" + folder.resolve("monitoring.db"),
                "--noc.target.file=" + folder.resolve("targets.yaml"))) {
            test.accept(context.getBean(Targets.class));
        }
    }
}
