package dev.noc.backend.history;

import static java.util.stream.Collectors.joining;

import dev.noc.protocol.WireTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes comma-separated values, with a line of names before them. Null is an empty field; the entries of a list have a
 * space between them; objects are JSON.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvWriter implements ExportWriter {

    private static final String LINE_END = "\r\n";

    /** With these a spreadsheet takes a text for a formula, which whoever runs a target could have written. */
    private static final String FORMULA = "=+-@\t\r";

    private final Writer out;
    private final JsonMapper json;

    CsvWriter(Writer out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    @Override
    public void begin(Class<? extends Record> type) {
        writeLine(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName));
    }

    @Override
    public void write(Record line) {
        writeLine(
                Arrays.stream(line.getClass().getRecordComponents()).map(component -> field(valueOf(line, component))));
    }

    private static @Nullable Object valueOf(Record line, RecordComponent component) {
        try {
            return component.getAccessor().invoke(line);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read %s".formatted(component), e);
        }
    }

    private void writeLine(Stream<String> fields) {
        try {
            out.write(fields.collect(joining(",", "", LINE_END)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant time -> WireTime.format(time);
            case Number number -> number.toString();
            case Collection<?> list -> list.stream().map(String::valueOf).collect(joining(" "));
            case Map<?, ?> object -> quote(object.isEmpty() ? "" : json.writeValueAsString(object));
            default -> quote(value.toString());
        };
    }

    private static String quote(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
