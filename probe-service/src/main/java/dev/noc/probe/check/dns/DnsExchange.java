package dev.noc.probe.check.dns;

import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/**
 * One question to one server: by UDP, and by TCP where the answer is too long for that (RFC 1035, section 4.2; RFC 7766).
 *
 * @param deadline of {@link System#nanoTime}
 */
record DnsExchange(Message query, InetSocketAddress server, long deadline) {

    private static final int BUFFER = 4_096;

    Message answer() throws IOException {
        var answer = byDatagram();
        return answer.getHeader().getFlag(Flags.TC) ? byConnection() : answer;
    }

    /** The socket is connected, so that the kernel drops what others send, and tells when nothing listens. */
    private Message byDatagram() throws IOException {
        try (var socket = new DatagramSocket()) {
            socket.connect(server);
            var wire = query.toWire();
            socket.send(new DatagramPacket(wire, wire.length));
            var packet = new DatagramPacket(new byte[BUFFER], BUFFER);
            while (true) {
                socket.setSoTimeout(millisLeft());
                packet.setLength(BUFFER);
                socket.receive(packet);
                var answer = parse(Arrays.copyOf(packet.getData(), packet.getLength()));
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
        }
    }

    private Message byConnection() throws IOException {
        try (var socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(server, millisLeft());
            var wire = query.toWire();
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(Short.BYTES + wire.length)
                            .putShort((short) wire.length)
                            .put(wire)
                            .array());
            var length = ByteBuffer.wrap(read(socket, Short.BYTES)).getShort();
            return parse(read(socket, Short.toUnsignedInt(length)))
                    .orElseThrow(() -> new IOException("its answer by TCP is none to the question"));
        }
    }

    /** Reads piece by piece, so that a server that sends a byte now and then does not hold it beyond the deadline. */
    private byte[] read(Socket socket, int length) throws IOException {
        var bytes = new byte[length];
        var in = socket.getInputStream();
        for (int filled = 0; filled < length; ) {
            socket.setSoTimeout(millisLeft());
            var count = in.read(bytes, filled, length - filled);
            if (count < 0) {
                throw new EOFException("it closed the connection");
            }
            filled += count;
        }
        return bytes;
    }

    private int millisLeft() throws SocketTimeoutException {
        var millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (millis <= 0) {
            throw new SocketTimeoutException("time ran out");
        }
        return Math.toIntExact(millis);
    }

    /** Returns nothing for what is no answer to this question: late, forged or broken. */
    private Optional<Message> parse(byte[] wire) {
        try {
            return Optional.of(new Message(wire)).filter(this::isAnswer);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private boolean isAnswer(Message message) {
        var header = message.getHeader();
        if (header.getID() != query.getHeader().getID() || !header.getFlag(Flags.QR)) {
            return false;
        }
        var question = message.getQuestion();
        // A server that refuses a question need not repeat it.
        return question == null ? header.getRcode() != Rcode.NOERROR : question.equals(query.getQuestion());
    }
}
