package dev.noc.probe.check.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.xbill.DNS.Message;

/** A name server on a port of this host. It sends for each question what a test says: nothing, or one answer and more. */
final class FakeNameServer implements AutoCloseable {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final DatagramSocket datagrams;
    private final ServerSocket connections;
    private final BlockingQueue<Message> questions = new LinkedBlockingQueue<>();

    private FakeNameServer(DatagramSocket datagrams, ServerSocket connections) {
        this.datagrams = datagrams;
        this.connections = connections;
    }

    static FakeNameServer saying(Function<Message, List<byte[]>> byDatagram) throws IOException {
        return saying(byDatagram, question -> List.of());
    }

    static FakeNameServer saying(
            Function<Message, List<byte[]>> byDatagram, Function<Message, List<byte[]>> byConnection)
            throws IOException {
        var server = open();
        Thread.ofVirtual().start(() -> server.serveDatagrams(byDatagram));
        Thread.ofVirtual().start(() -> server.serveConnections(byConnection));
        return server;
    }

    /** Both protocols on one port, which may take more than one try. */
    private static FakeNameServer open() throws IOException {
        while (true) {
            var connections = new ServerSocket(0, 50, HERE);
            try {
                return new FakeNameServer(new DatagramSocket(connections.getLocalPort(), HERE), connections);
            } catch (SocketException e) {
                connections.close();
            }
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(HERE, connections.getLocalPort());
    }

    String text() {
        return "127.0.0.1:" + connections.getLocalPort();
    }

    /** Returns the next question that came, by whichever protocol. */
    Message question() throws InterruptedException {
        return questions.take();
    }

    private void serveDatagrams(Function<Message, List<byte[]>> script) {
        try {
            while (true) {
                var packet = new DatagramPacket(new byte[4_096], 4_096);
                datagrams.receive(packet);
                for (var answer : script.apply(read(Arrays.copyOf(packet.getData(), packet.getLength())))) {
                    datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            closedOrBroken(e);
        }
    }

    private void serveConnections(Function<Message, List<byte[]>> script) {
        try {
            while (true) {
                try (var visitor = connections.accept()) {
                    var in = new DataInputStream(visitor.getInputStream());
                    var out = new DataOutputStream(visitor.getOutputStream());
                    for (var answer : script.apply(read(in.readNBytes(in.readUnsignedShort())))) {
                        out.writeShort(answer.length);
                        out.write(answer);
                    }
                }
            }
        } catch (IOException e) {
            closedOrBroken(e);
        }
    }

    private Message read(byte[] wire) throws IOException {
        var question = new Message(wire);
        questions.add(question);
        return question;
    }

    private void closedOrBroken(IOException e) {
        if (!datagrams.isClosed()) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        datagrams.close();
        connections.close();
    }
}
