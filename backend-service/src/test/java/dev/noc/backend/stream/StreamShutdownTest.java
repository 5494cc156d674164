package dev.noc.backend.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.BackendApplication;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class StreamShutdownTest {

    @TempDir
    Path folder;

    @Test
    void endsEachStreamRegularlyAndTellsItsClientsToReloadAfterwards() throws Exception {
        var backend = start();
        try (var client = StreamClient.connect(port(backend), "", "00000000-1")) {
            client.next("reload");

            backend.close();

            assertThat(client.endsRegularly()).isTrue();
            comeBack(client.lastId());
        } finally {
            backend.close();
        }
    }

    private void comeBack(String id) throws InterruptedException {
        try (var backend = start();
                var client = StreamClient.connect(port(backend), "", id)) {
            assertThat(client.next("reload").data()).isEqualTo("{}");
        }
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(
                BackendApplication.class,
                "--server.port=0",
                "--noc.security.token=secret",
                "--noc.database.path=" + folder.resolve("monitoring.db"));
    }

    private static int port(ConfigurableApplicationContext backend) {
        return Integer.parseInt(backend.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
