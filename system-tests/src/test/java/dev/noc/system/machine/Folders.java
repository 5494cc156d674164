package dev.noc.system.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Folders with all that is in them. */
public final class Folders {

    private Folders() {}

    /** Everything below a folder. */
    public static List<Path> contents(Path folder) {
        try (var all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    /** Copies a file, or a folder with everything below it. */
    public static void copy(Path from, Path to) {
        try (var all = Files.walk(from)) {
            for (var source : all.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(source));
                Files.createDirectories(copy.getParent());
                Files.copy(source, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy %s to %s".formatted(from, to), e);
        }
    }

    public static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }
}
