package dev.noc.backend.history;

/** Writes records of one type to a file, a line each. Fails with an UncheckedIOException when nobody reads. */
interface ExportWriter {

    /** Writes what stands before the lines, if anything does. */
    void begin(Class<? extends Record> type);

    void write(Record line);
}
