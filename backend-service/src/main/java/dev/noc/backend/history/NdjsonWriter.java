package dev.noc.backend.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import tools.jackson.databind.json.JsonMapper;

/** Writes a JSON object a line. */
final class NdjsonWriter implements ExportWriter {

    private final Writer out;
    private final JsonMapper json;

    NdjsonWriter(Writer out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    @Override
    public void begin(Class<? extends Record> type) {
        // Each line says itself what it holds.
    }

    @Override
    public void write(Record line) {
        try {
            out.write(json.writeValueAsString(line));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
