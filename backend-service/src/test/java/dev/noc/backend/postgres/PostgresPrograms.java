package dev.noc.backend.postgres;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The programs of a server where Debian keeps them. They refuse to run as root. */
final class PostgresPrograms {

    static final String ADVICE = "It needs a PostgreSQL server, 15 or newer: install the package 'postgresql'.";

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    /** Debian's package makes this user. */
    private static final String USER = "postgres";

    private PostgresPrograms() {}

    /** Returns the folder of the newest version; none where the package is not installed. */
    static Optional<Path> folder() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (var versions = Files.list(VERSIONS)) {
            return versions.filter(folder -> Files.isExecutable(folder.resolve("bin/initdb")))
                    .max(comparingInt(
                            folder -> Integer.parseInt(folder.getFileName().toString())))
                    .map(folder -> folder.resolve("bin"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a program in a folder. It goes when the thread does that started it, even where the JVM is killed. */
    static Process start(Path folder, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("setpriv", "--pdeathsig", "QUIT"));
        if (runAsRoot()) {
            command.addAll(List.of("--reuid=" + USER, "--regid=" + USER, "--init-groups"));
        }
        command.add(folder().orElseThrow().resolve(program).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** Lets the programs have a file. */
    static void giveAway(Path file) throws IOException {
        if (runAsRoot()) {
            var users = file.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(file, users.lookupPrincipalByName(USER));
        }
    }

    private static boolean runAsRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
