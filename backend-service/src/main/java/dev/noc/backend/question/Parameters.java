package dev.noc.backend.question;

import dev.noc.backend.question.ParameterRefusal.Violation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one query. Each is asked for by name; {@link #refuseWhatIsWrong()} then tells everything that is
 * wrong at once, names that nobody asked for among it: one that is misspelt would silently change the answer.
 *
 * <pre>{@code
 * var asked = Parameters.of(query);
 * var range = asked.range(clock.instant(), Duration.ofHours(24));
 * int points = asked.number("points", 1, 2_000, 500);
 * asked.refuseWhatIsWrong();
 * }</pre>
 */
public final class Parameters {

    /** Where times end, so that arithmetic on milliseconds cannot overflow: nobody measures after it. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private static final Pattern COMMAS = Pattern.compile(",");

    private final Map<String, List<String>> query;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    private Parameters(Map<String, List<String>> query) {
        this.query = query;
    }

    /** Takes a query as {@code @RequestParam MultiValueMap<String, String>} gives it. */
    public static Parameters of(Map<String, List<String>> query) {
        return new Parameters(query);
    }

    /** Returns what was given; null where it was left out or is empty. */
    public @Nullable String text(String name) {
        names.add(name);
        var values = query.getOrDefault(name, List.of());
        if (values.size() > 1) {
            complain(name, "must be given once");
        }
        return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst();
    }

    /** Returns each value that was given, once: the parameter may be repeated, or name several with commas between. */
    public Set<String> texts(String name) {
        names.add(name);
        return query.getOrDefault(name, List.of()).stream()
                .flatMap(COMMAS::splitAsStream)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns what was given; where that is nothing, the query is refused. */
    public String required(String name, String advice) {
        var text = text(name);
        if (text == null) {
            complain(name, advice);
            return "";
        }
        return text;
    }

    public int number(String name, int least, int most, int leftOut) {
        var text = text(name);
        if (text == null) {
            return leftOut;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number that is too large is.
        }
        complain(name, "must be a whole number from %d to %d".formatted(least, most));
        return leftOut;
    }

    /** Returns null where it was left out. */
    public @Nullable Boolean flag(String name) {
        var text = text(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            complain(name, "must be true or false");
        }
        return text == null ? null : Boolean.valueOf(text);
    }

    /** One of an enum's constants, written in lower case. */
    public <E extends Enum<E>> E choice(String name, E leftOut) {
        var text = text(name);
        var choices = leftOut.getDeclaringClass().getEnumConstants();
        for (var choice : choices) {
            if (text != null && written(choice).equals(text)) {
                return choice;
            }
        }
        if (text != null) {
            complain(
                    name,
                    "must be " + Arrays.stream(choices).map(Parameters::written).collect(Collectors.joining(" or ")));
        }
        return leftOut;
    }

    public ZoneId zone(String name, ZoneId leftOut) {
        var text = text(name);
        try {
            return text == null ? leftOut : ZoneId.of(text);
        } catch (DateTimeException e) {
            complain(name, "must be a time zone such as Europe/Berlin or UTC");
            return leftOut;
        }
    }

    /** Returns null where it was left out. */
    public @Nullable Instant time(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            var time = Instant.parse(text);
            if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Told below, as a year without sense is.
        }
        complain(name, "must be a time from 1970 on such as 2026-11-20T09:00:00Z; write '+' as %2B");
        return null;
    }

    /** The parameters {@code from} and {@code to}: without the one it ends now, without the other it is so long. */
    public TimeRange range(Instant now, Duration leftOut) {
        var from = time("from");
        var to = time("to");
        var end = to == null ? now : to;
        var start = from == null ? latest(Instant.EPOCH, end.minus(leftOut)) : from;
        if (start.isBefore(end)) {
            return new TimeRange(start, end);
        }
        complain(to == null ? "from" : "to", to == null ? "must be in the past" : "must be later than 'from'");
        return new TimeRange(end.minusMillis(1), end);
    }

    /** Adds what only the asker knows to be wrong. */
    public void complain(String name, String message) {
        violations.add(new Violation(name, message));
    }

    /** Throws a {@link ParameterRefusal} if anything is wrong. */
    public void refuseWhatIsWrong() {
        query.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> complain(name, "is not known here: there are " + String.join(", ", names)));
        if (!violations.isEmpty()) {
            throw new ParameterRefusal(List.copyOf(violations));
        }
    }

    private static String written(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
