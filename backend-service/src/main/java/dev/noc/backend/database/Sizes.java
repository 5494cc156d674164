package dev.noc.backend.database;

import java.util.Locale;

/** Numbers of bytes as people read them. */
final class Sizes {

    private static final double UNIT = 1_000;
    private static final String[] NAMES = {"bytes", "kB", "MB", "GB", "TB"};

    private Sizes() {}

    static String inWords(long bytes) {
        double value = bytes;
        int name = 0;
        while (value >= UNIT && name < NAMES.length - 1) {
            value /= UNIT;
            name++;
        }
        return String.format(Locale.ROOT, name == 0 ? "%.0f %s" : "%.1f %s", value, NAMES[name]);
    }
}
