package dev.noc.probe.spool;

import java.nio.file.Path;

/** A process that fills a spool, a result a time, and tells each one that is kept. Somebody kills it. */
public final class KilledWriter {

    private KilledWriter() {}

    public static void main(String[] args) throws Exception {
        try (var file = SpoolFile.open(Path.of(args[0]))) {
            for (int n = Integer.parseInt(args[1]); ; n++) {
                file.append(Spools.lines(n, n + 1));
                System.out.println(n);
            }
        }
    }
}
