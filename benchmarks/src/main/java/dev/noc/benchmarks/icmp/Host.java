package dev.noc.benchmarks.icmp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A host to ping.
 *
 * @param label what hosts of its kind are called in the results
 */
record Host(String address, String label) {

    /** Reads lines of an IPv4 address and, after a space, a label. */
    static List<Host> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(Host::parse).toList();
    }

    private static Host parse(String line) {
        int space = line.indexOf(' ');
        return space < 0 ? new Host(line, "hosts") : new Host(line.substring(0, space), line.substring(space + 1));
    }
}
