package dev.noc.benchmarks.icmp;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Writes each round-trip time as {@code struct record} of c/common.h has it. */
final class Records implements AutoCloseable {

    private static final int SIZE = 16;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(4096 * SIZE);
    private final FileChannel file;

    Records(Path path) throws IOException {
        this.file = FileChannel.open(path, CREATE, TRUNCATE_EXISTING, WRITE);
    }

    void add(byte[] host, int number, long nanos) {
        buffer.put(host).order(ByteOrder.nativeOrder()).putInt(number).putLong(nanos);
        if (!buffer.hasRemaining()) {
            flush();
        }
    }

    private void flush() {
        try {
            buffer.flip();
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            buffer.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        file.close();
    }
}
