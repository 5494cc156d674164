package dev.noc.backend.stream;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in the stream a client is, such as {@code 1f3a9c04-1042}.
 *
 * @param epoch of the backend's run: its numbers say nothing to another one
 * @param number of an event; they rise by one
 */
record EventId(String epoch, long number) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{8})-([0-9]{1,18})");

    /** Returns empty for whatever this backend has not said. */
    static Optional<EventId> parse(@Nullable String text) {
        var parts = FORM.matcher(text == null ? "" : text);
        return parts.matches()
                ? Optional.of(new EventId(parts.group(1), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return epoch + "-" + number;
    }
}
