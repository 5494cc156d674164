package dev.noc.backend.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/** Why a copy is not begun: the disk is too small for it. */
class NoRoom extends DatabaseRefusal {

    /** What must be left when the copy is there, so that measuring goes on. */
    private static final DataSize RESERVE = DataSize.ofMegabytes(16);

    private NoRoom(Path folder, long wanted, long free) {
        super(
                "There is no room for a copy in %s: it takes %s, and %s are free."
                        .formatted(folder, Sizes.inWords(wanted), Sizes.inWords(free)),
                "Make room for %s more there, then try again.".formatted(Sizes.inWords(wanted - free)),
                null);
    }

    /** Refuses when a copy of so many bytes would fill the disk of this folder. */
    static void refuse(Path folder, long bytes) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            long wanted = bytes + RESERVE.toBytes();
            if (free < wanted) {
                throw new NoRoom(folder, wanted, free);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
