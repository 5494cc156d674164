package dev.noc.system.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program with its arguments, and how it is to be run. */
public final class Command {

    private final ProcessBuilder process;
    private Duration patience = Duration.ofSeconds(60);
    private String input = "";

    private Command(List<String> words) {
        this.process = new ProcessBuilder(new ArrayList<>(words));
    }

    public static Command of(String... words) {
        return new Command(List.of(words));
    }

    /** Adds arguments. */
    public Command and(String... words) {
        process.command().addAll(List.of(words));
        return this;
    }

    public Command in(Path directory) {
        process.directory(directory.toFile());
        return this;
    }

    public Command with(String variable, String value) {
        process.environment().put(variable, value);
        return this;
    }

    public Command within(Duration time) {
        patience = time;
        return this;
    }

    /** What the program reads from its standard input. */
    public Command reading(String text) {
        input = text;
        return this;
    }

    /** Runs the program to its end, whatever that is. */
    public Output run() {
        try {
            // Files, not pipes: what a script leaves running in the background would keep a pipe open.
            var folder = Files.createTempDirectory("noc-command");
            try {
                return run(
                        Files.writeString(folder.resolve("in"), input), folder.resolve("out"), folder.resolve("err"));
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run %s".formatted(this), e);
        }
    }

    /** Runs the program, which must end with status 0. */
    public Output succeed() {
        return run().succeeded();
    }

    private Output run(Path in, Path out, Path err) throws IOException {
        var running = process.redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        var ended = hasEnded(running);
        var output = new Output(toString(), ended ? running.exitValue() : -1, read(out), read(err));
        if (!ended) {
            throw new AssertionError("This took longer than %s:\n%s".formatted(patience, output));
        }
        return output;
    }

    private boolean hasEnded(Process running) {
        try {
            return running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            if (running.isAlive()) {
                running.descendants().forEach(ProcessHandle::destroyForcibly);
                running.destroyForcibly();
            }
        }
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Override
    public String toString() {
        return String.join(" ", process.command());
    }
}
