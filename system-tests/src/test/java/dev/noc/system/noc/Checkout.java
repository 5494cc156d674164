package dev.noc.system.noc;

import dev.noc.system.machine.Command;
import dev.noc.system.machine.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/** The repository's files in a folder of their own, as after a fresh clone; its path has a space in it. */
public final class Checkout implements AutoCloseable {

    private static final List<String> BUILT = List.of(
            "backend-service/target/backend-service.jar",
            "probe-service/target/probe-service.jar",
            "frontend/target/site");
    /** How the name of every such folder begins. .ci/run knows it too. */
    static final String FOLDER = "a stranger's noc ";

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Path folder;
    private final List<Path> contents;

    private Checkout(Path folder) {
        this.folder = folder;
        this.contents = Folders.contents(folder);
    }

    public static Checkout create() {
        try {
            var folder = Files.createTempDirectory(FOLDER);
            copyFiles(folder);
            return new Checkout(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy the repository", e);
        }
    }

    /** Takes what this build has made already, so that it is not built again. */
    public Checkout withWhatIsBuilt() {
        // New files, newer than their sources: the scripts take them for current.
        BUILT.stream()
                .filter(path -> Files.exists(root().resolve(path)))
                .forEach(path -> Folders.copy(root().resolve(path), folder.resolve(path)));
        return this;
    }

    /** One of its scripts, to be run here. */
    public Command script(String name, String... arguments) {
        return Command.of("./" + name).and(arguments).in(folder).within(PATIENCE);
    }

    /** What was not there at first. */
    public List<Path> additions() {
        return Folders.contents(folder).stream()
                .filter(path -> !contents.contains(path))
                .toList();
    }

    public Path path(String relative) {
        return folder.resolve(relative);
    }

    /** The repository that these tests are part of. */
    public static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("start-app.sh"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "Run the tests in the repository: start-app.sh is not above this folder.");
            }
        }
        return folder;
    }

    private static void copyFiles(Path folder) throws IOException {
        var listing = Command.of("git", "ls-files", "-co", "--exclude-standard", "-z")
                .in(root())
                .succeed();
        for (var path : listing.stdout().split("\0", -1)) {
            var source = root().resolve(path);
            if (Files.isRegularFile(source)) { // a file that was deleted is listed too
                var copy = folder.resolve(path);
                Files.createDirectories(copy.getParent());
                Files.copy(source, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Override
    public void close() {
        Folders.delete(folder);
    }
}
