package dev.noc.backend.target;

import java.text.Normalizer;
import java.util.Locale;

/** Ids that people can read, type and put into a URL. */
final class Slug {

    static final int MAX_LENGTH = 63;
    static final String PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";
    static final String ADVICE = "must be lower-case letters and digits, joined by single hyphens, such as 'shop-till'";

    private Slug() {}

    /** Returns {@code google-dns} for {@code Google DNS}; {@code target} where a name has neither a Latin letter nor a digit. */
    static String of(String name) {
        var latin = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        var joined = latin.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        var cut = joined.substring(0, Math.min(joined.length(), MAX_LENGTH)).replaceAll("^-|-$", "");
        return cut.isEmpty() ? "target" : cut;
    }
}
