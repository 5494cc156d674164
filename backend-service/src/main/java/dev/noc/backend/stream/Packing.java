package dev.noc.backend.stream;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Makes text small and whole again; events are much alike, so about an eighth is left. */
final class Packing {

    private static final int BUFFER = 8 * 1024;

    private Packing() {}

    static byte[] pack(byte[] text, int length) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(text, 0, length);
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            var buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }

    static byte[] unpack(byte[] packed, int length) {
        try (var inflater = new Inflater(true)) {
            inflater.setInput(packed);
            var text = new byte[length];
            int read = 0;
            while (read < length) {
                read += inflater.inflate(text, read, length - read);
            }
            return text;
        } catch (DataFormatException e) {
            throw new IllegalStateException("what was packed here cannot be unpacked", e);
        }
    }
}
