package dev.noc.backend.history;

import java.io.Writer;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** What an exported file looks like. */
enum ExportFormat {
    /** <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>. */
    CSV("text/csv;charset=UTF-8") {
        @Override
        ExportWriter writer(Writer out, JsonMapper json) {
            return new CsvWriter(out, json);
        }
    },
    /** A JSON object a line. */
    NDJSON("application/x-ndjson") {
        @Override
        ExportWriter writer(Writer out, JsonMapper json) {
            return new NdjsonWriter(out, json);
        }
    };

    private final String contentType;

    ExportFormat(String contentType) {
        this.contentType = contentType;
    }

    abstract ExportWriter writer(Writer out, JsonMapper json);

    String contentType() {
        return contentType;
    }

    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
