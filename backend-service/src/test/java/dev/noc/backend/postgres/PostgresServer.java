package dev.noc.backend.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** A server with a folder and a port of its own. Goes, with its folder, when the JVM does. */
final class PostgresServer {

    static final String USER = "noc";
    static final String PASSWORD = "a secret of the tests";

    private static final String READY = "database system is ready to accept connections";
    private static final int PATIENCE_SECONDS = 10;

    private final Path folder;
    private final int port;
    private final CompletableFuture<Process> ready = new CompletableFuture<>();

    private PostgresServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static PostgresServer start() {
        try {
            var server = new PostgresServer(Files.createTempDirectory("noc-postgres"), freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            server.initialize();
            // It goes when the thread does that started it.
            Thread.ofPlatform().daemon().name("postgres").start(server::run);
            server.ready.join();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the address of one of its databases. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Texts are sorted as people do, rather than by their bytes: nothing of noc may depend on it. */
    private void initialize() throws IOException {
        var secret = Files.writeString(folder.resolve("password"), PASSWORD);
        PostgresPrograms.giveAway(folder);
        PostgresPrograms.giveAway(secret);
        var initdb = PostgresPrograms.start(
                folder,
                "initdb",
                "--pgdata=data",
                "--username=" + USER,
                "--pwfile=password",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=icu",
                "--icu-locale=en-US",
                "--no-sync");
        var output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (initdb.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("initdb failed: " + output);
        }
    }

    private void run() {
        var said = new StringBuilder();
        try {
            var server = PostgresPrograms.start(
                    folder,
                    "postgres",
                    "-D",
                    "data",
                    "-h",
                    "127.0.0.1",
                    "-k",
                    folder.toString(),
                    "-p",
                    Integer.toString(port),
                    "-c",
                    "fsync=off");
            for (var line : (Iterable<String>)
                    server.inputReader(StandardCharsets.UTF_8).lines()::iterator) {
                said.append(line).append('\n');
                if (line.contains(READY)) {
                    ready.complete(server);
                }
            }
        } catch (IOException e) {
            said.append(e);
        }
        ready.completeExceptionally(new IllegalStateException("PostgreSQL did not start: " + said));
    }

    /** Leaves it some time, so that backends that end now may say goodbye. */
    private void stop() {
        if (ready.isDone() && !ready.isCompletedExceptionally()) {
            var server = ready.join();
            server.toHandle().destroy(); // the process itself would close what the server still writes to
            server.onExit()
                    .completeOnTimeout(server, PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join()
                    .destroyForcibly()
                    .onExit()
                    .join();
        }
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
