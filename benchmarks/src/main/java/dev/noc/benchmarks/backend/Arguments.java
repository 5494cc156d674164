package dev.noc.benchmarks.backend;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Arguments such as {@code targets=1000}. */
record Arguments(Map<String, String> given) {

    static Arguments parse(String[] arguments) {
        return new Arguments(Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[parts.length - 1])));
    }

    String text(String name) {
        @Nullable String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException("There is no argument %s=...".formatted(name));
        }
        return value;
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }
}
