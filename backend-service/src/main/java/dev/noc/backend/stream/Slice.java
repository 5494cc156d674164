package dev.noc.backend.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Some events in a row, as they cross the wire.
 *
 * @param text is backed by an array, for nobody to change
 * @param last number of the last event that was looked at, whether it is among them or not
 */
record Slice(ByteBuffer text, long last) {

    boolean isEmpty() {
        return !text.hasRemaining();
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(text.array(), text.arrayOffset() + text.position(), text.remaining());
    }
}
