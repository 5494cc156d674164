package dev.noc.icmp.lab;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Answers the echo requests that reach a host whose kernel keeps silent, as the test says. IPv4 only. */
public final class Responder implements AutoCloseable {

    /** What to do about a request. */
    public interface Manner {
        List<Reaction> to(Request request);
    }

    /** An echo request: all of it, from its IP header on. */
    public static final class Request {

        private final byte[] packet;

        Request(byte[] packet) {
            this.packet = packet;
        }

        /** The last part of the address that it came for, such as 7 for 10.98.0.7. */
        public int host() {
            return packet[19] & 0xff;
        }

        /** The third part of that address. */
        public int net() {
            return packet[18] & 0xff;
        }

        public int sequence() {
            return ((packet[26] & 0xff) << 8) | (packet[27] & 0xff);
        }

        public byte[] message() {
            return Arrays.copyOfRange(packet, 20, packet.length);
        }
    }

    /** A packet back to the sender, after a while. */
    public static final class Reaction {

        private final long delayMillis;
        private final byte[] source;
        private final byte[] message;

        private Reaction(long delayMillis, byte[] source, byte[] message) {
            this.delayMillis = delayMillis;
            this.source = source;
            this.message = message;
        }

        public static Reaction reply(Request request, long delayMillis) {
            return new Reaction(delayMillis, Arrays.copyOfRange(request.packet, 16, 20), replyTo(request.message()));
        }

        /** The same from another address of 10.98.0.0/24. */
        public Reaction from(int host) {
            return new Reaction(delayMillis, new byte[] {10, 98, 0, (byte) host}, message);
        }

        /** An ICMP error that quotes the given number of bytes of the request behind its IP header. */
        public static Reaction error(Request request, int type, int code, int quoted) {
            int length = 20 + Math.min(quoted, request.packet.length - 20);
            var message = ByteBuffer.allocate(8 + length).put((byte) type).put((byte) code);
            message.position(8).put(request.packet, 0, length);
            return new Reaction(0, Arrays.copyOfRange(request.packet, 16, 20), sealed(message.array()));
        }

        private static byte[] replyTo(byte[] message) {
            message[0] = 0;
            return sealed(message);
        }
    }

    private final Arena arena = Arena.ofShared();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Manner manner;
    private final int in;
    private final int out;
    private final Thread reader;
    private volatile boolean closing;

    private Responder(Manner manner) {
        this.manner = manner;
        this.in = Calls.socket(2, 3, 1);
        this.out = Calls.socket(2, 3, 255);
        Calls.setsockopt(in, 1, 33, arena.allocateFrom(JAVA_INT, 32 << 20));
        Calls.setsockopt(in, 1, 20, arena.allocateFrom(JAVA_LONG, 0L, 20_000L));
        this.reader = Thread.ofPlatform().name("responder").start(this::answer);
    }

    public static Responder on(Network network, Manner manner) throws Exception {
        return network.on(Network.ODD, () -> new Responder(manner));
    }

    private void answer() {
        var buffer = arena.allocate(2048);
        while (!closing) {
            try {
                int length = Calls.recv(in, buffer);
                react(new Request(buffer.asSlice(0, length).toArray(JAVA_BYTE)));
            } catch (IllegalStateException e) {
                // Nothing came for a while.
            }
        }
    }

    private void react(Request request) {
        if (request.packet[20] != 8) {
            return;
        }
        for (var reaction : manner.to(request)) {
            if (reaction.delayMillis == 0) {
                send(request, reaction);
            } else {
                var later = clock.schedule(() -> send(request, reaction), reaction.delayMillis, TimeUnit.MILLISECONDS);
                assert !later.isCancelled();
            }
        }
    }

    private void send(Request request, Reaction reaction) {
        var packet = ByteBuffer.allocate(20 + reaction.message.length);
        packet.put((byte) 0x45).put((byte) 0).putShort((short) packet.capacity());
        packet.putInt(0).put((byte) 64).put((byte) 1).putShort((short) 0);
        packet.put(reaction.source).put(request.packet, 12, 4).put(reaction.message);
        try (var memory = Arena.ofConfined()) {
            var address = memory.allocate(16);
            address.set(JAVA_SHORT, 0, (short) 2);
            MemorySegment.copy(MemorySegment.ofArray(request.packet), 12, address, 4, 4);
            Calls.sendto(out, memory.allocateFrom(JAVA_BYTE, packet.array()), address);
        }
    }

    /** Fills in the checksum of RFC 1071. */
    private static byte[] sealed(byte[] message) {
        message[2] = 0;
        message[3] = 0;
        int sum = 0;
        for (int i = 0; i < message.length; i++) {
            sum += (message[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
        }
        sum = (sum & 0xffff) + (sum >> 16);
        sum = ~((sum & 0xffff) + (sum >> 16));
        message[2] = (byte) (sum >> 8);
        message[3] = (byte) sum;
        return message;
    }

    @Override
    public void close() {
        closing = true;
        clock.close();
        while (reader.isAlive()) {
            Thread.onSpinWait();
        }
        Calls.close(in);
        Calls.close(out);
        arena.close();
    }
}
