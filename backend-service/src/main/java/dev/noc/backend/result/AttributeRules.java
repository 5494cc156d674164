package dev.noc.backend.result;

import dev.noc.protocol.Result;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the attributes of a result must be: few, flat and short, whatever the check that found them out. */
final class AttributeRules {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final int MAX_LENGTH = 500;

    private AttributeRules() {}

    /**
     * @param field how the attributes are called in a complaint
     * @param complain takes a field and what it must be
     */
    static void check(String field, Map<String, @Nullable Object> attributes, BiConsumer<String, String> complain) {
        if (attributes.size() > Result.MAX_ATTRIBUTES) {
            complain.accept(field, "must be %d at most".formatted(Result.MAX_ATTRIBUTES));
        }
        attributes.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                complain.accept(
                        field + "." + name, "must have a name of 1 to 40 letters and digits that begins with a-z");
            }
            if (!isPlain(value)) {
                complain.accept(field + "." + name, "must be text of at most 500 characters, a number, true or false");
            }
        });
    }

    private static boolean isPlain(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case String text -> text.length() <= MAX_LENGTH;
            case Number number -> Double.isFinite(number.doubleValue());
            default -> value instanceof Boolean;
        };
    }
}
