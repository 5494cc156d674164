package dev.noc.probe.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Ports of this host alone, of every mood. */
public final class Ports {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private Ports() {}

    /** Returns a port on which nothing listens: it was free a moment ago. */
    public static int closed() throws IOException {
        try (var server = open()) {
            return server.getLocalPort();
        }
    }

    /** Opens a port of 127.0.0.1 that the kernel lets people connect to. */
    public static ServerSocket open() throws IOException {
        return new ServerSocket(0, 50, HERE);
    }

    /** Opens a port that answers its first visitor so, whatever that says, and closes the connection. */
    public static ServerSocket saying(byte[] answer) throws IOException {
        var server = open();
        Thread.ofVirtual().start(() -> {
            try (var visitor = server.accept()) {
                assertThat(visitor.getInputStream().read(new byte[8_192])).isPositive();
                visitor.getOutputStream().write(answer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return server;
    }

    /** A port whose queue is full, so that the kernel drops who else wants to connect. */
    public static final class Silent implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 1, HERE);
        private final List<Socket> queued = new ArrayList<>();

        /** Linux queues one more than it is told. */
        public Silent() throws IOException {
            for (int i = 0; i < 2; i++) {
                queued.add(new Socket(HERE, server.getLocalPort()));
            }
        }

        public int port() {
            return server.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            for (var socket : queued) {
                socket.close();
            }
            server.close();
        }
    }
}
