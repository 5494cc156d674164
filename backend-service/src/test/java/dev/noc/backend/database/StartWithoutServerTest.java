package dev.noc.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.noc.backend.BackendApplication;
import dev.noc.backend.postgres.NeedsPostgres;
import dev.noc.backend.postgres.Postgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a start says when the PostgreSQL server is not there, or lets noc in no more than anybody. */
@ExtendWith(OutputCaptureExtension.class)
class StartWithoutServerTest {

    private static final String SECRET = "hunter2";

    @TempDir
    Path folder;

    @Test
    void saysWhichServerCannotBeReached(CapturedOutput output) throws IOException {
        int port = freePort();

        assertRefused(server("127.0.0.1:" + port));

        assertThat(output)
                .contains("The PostgreSQL server at 127.0.0.1:" + port + ", with the database 'noc', cannot be reached")
                .contains("Connection refused", "Start the server, or correct DATABASE_URL");
        assertOneSentence(output);
    }

    @Test
    @NeedsPostgres
    void saysWhoIsNotLetIn(CapturedOutput output) {
        assertRefused(with(Postgres.newDatabase(), "--noc.database.password=", SECRET));

        assertThat(output)
                .contains("does not let user 'noc' into the database", "Correct DATABASE_USER and DATABASE_PASSWORD");
        assertOneSentence(output);
    }

    @Test
    @NeedsPostgres
    void saysThatTheDatabaseIsMissing(CapturedOutput output) {
        var settings = Postgres.newDatabase();
        var url = settings.stream()
                .filter(one -> one.startsWith("--noc.database.url="))
                .findAny()
                .orElseThrow();
        var elsewhere = url.substring(url.indexOf('=') + 1, url.lastIndexOf('/')) + "/elsewhere";

        assertRefused(with(settings, "--noc.database.url=", elsewhere));

        assertThat(output).contains("has no database 'elsewhere'", "create database elsewhere owner noc");
        assertOneSentence(output);
    }

    private void assertRefused(List<String> settings) {
        var arguments = new ArrayList<>(settings);
        arguments.add("--server.port=0");
        arguments.add("--noc.security.token=secret");
        arguments.add("--noc.database.path=" + folder.resolve("unused.db"));

        assertThatThrownBy(() ->
                        new SpringApplicationBuilder(BackendApplication.class).run(arguments.toArray(String[]::new)))
                .hasStackTraceContaining(DatabaseRefusal.class.getName());
    }

    private static void assertOneSentence(CapturedOutput output) {
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "Action:")
                .doesNotContain("\tat ")
                .doesNotContain(SECRET);
    }

    private static List<String> server(String server) {
        return List.of(
                "--noc.database.url=jdbc:postgresql://%s/noc?ApplicationName=test".formatted(server),
                "--noc.database.user=noc",
                "--noc.database.password=" + SECRET);
    }

    private static List<String> with(List<String> settings, String name, String value) {
        return settings.stream()
                .map(setting -> setting.startsWith(name) ? name + value : setting)
                .toList();
    }

    /** Returns a port on which nobody listens any more. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
