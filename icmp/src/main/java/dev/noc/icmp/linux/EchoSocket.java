package dev.noc.icmp.linux;

import java.lang.foreign.Arena;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** Sends echo requests in batches and tells what came back. Used by one thread at a time. */
public final class EchoSocket implements AutoCloseable {

    /** Requests in one system call; more gain nothing. */
    public static final int BATCH = 64;

    /** The largest payload, so that a request stays below the usual MTU with room for tunnels. */
    public static final int LARGEST_PAYLOAD = 1400;

    /** An IPv4 header with options, the message, and a little more, so that what is too long is seen to be. */
    private static final int LARGEST_MESSAGE = 1536;

    /** Headers and the token; the rest of a message is of no interest once the kernel has seen to the checksum. */
    private static final int START_OF_MESSAGE = 256;

    private static final int CONTROL = 256;
    private static final int ONE_INT_CONTROL = 24;

    private final IcmpSocket socket;
    private final EchoCodec codec;
    private final MessageBatch outgoing;
    private final MessageBatch incoming;
    private final MessageBatch errors;
    private final Ancillary ancillary;
    private final int id = ThreadLocalRandom.current().nextInt(1, 0x10000);

    /** The message that is being handed over, for the predicate below. */
    private MessageBatch current;

    private int index;
    private final Predicate<Endpoint> isNamed = this::isNamed;

    private EchoSocket(IcmpSocket socket, EchoCodec codec, Arena arena) {
        this.socket = socket;
        this.codec = codec;
        this.outgoing = new MessageBatch(arena, BATCH, LARGEST_MESSAGE, ONE_INT_CONTROL);
        this.incoming = new MessageBatch(arena, BATCH, incomingRoom(socket), CONTROL);
        this.errors = new MessageBatch(arena, BATCH, START_OF_MESSAGE, CONTROL);
        this.ancillary = new Ancillary(socket.family);
        this.current = incoming;
    }

    /** A raw socket of IPv4 hands over what fails the checksum too, so that we must see all of it. */
    private static int incomingRoom(IcmpSocket socket) {
        return hasIpHeader(socket) ? LARGEST_MESSAGE : START_OF_MESSAGE;
    }

    private static boolean hasIpHeader(IcmpSocket socket) {
        return socket.mode == Mode.RAW && socket.family == Family.IPV4;
    }

    /** Opens a socket whose requests carry the cookie. Its memory is the arena's; it must be closed before that. */
    public static EchoSocket open(Family family, Mode mode, long cookie, int bufferBytes, Arena arena)
            throws SocketRefusedException {
        var socket = IcmpSocket.open(family, mode, arena, bufferBytes);
        return new EchoSocket(socket, new EchoCodec(family, cookie), arena);
    }

    public Mode mode() {
        return socket.mode;
    }

    int fd() {
        return socket.fd();
    }

    /** Returns how many replies can wait here before the kernel drops some. */
    public int capacity() {
        return socket.capacity();
    }

    public long drops() {
        return socket.drops();
    }

    /** Writes the i-th request of the batch. A {@code ttl} of 0 is the system's default. */
    public void prepare(int i, Endpoint to, long token, int payload, int ttl) {
        long at = outgoing.payloadAt(i);
        int length = codec.write(outgoing.buffers, at, id, token, payload);
        if (hasIpHeader(socket)) {
            EchoCodec.seal(outgoing.buffers, at, length);
        }
        int name = to.write(outgoing.buffers, outgoing.nameAt(i));
        outgoing.lengths(i, name, length, ttl == 0 ? 0 : limit(outgoing.controlAt(i), ttl));
    }

    /** Writes one control message, which sets the TTL of one packet (ip(7), IP_TTL; ipv6(7), IPV6_HOPLIMIT). */
    private int limit(long at, int ttl) {
        Bytes.putNative64(outgoing.buffers, at, 16 + Integer.BYTES);
        Bytes.putNative32(outgoing.buffers, at + 8, socket.family.level);
        Bytes.putNative32(outgoing.buffers, at + 12, socket.family.ttl);
        Bytes.putNative32(outgoing.buffers, at + 16, ttl);
        return ONE_INT_CONTROL;
    }

    /** Sends prepared requests; returns how many went, or the negated {@code errno} of the first. */
    public int send(int from, int count) {
        return socket.send(outgoing, from, count);
    }

    /** Hands over one batch of replies; returns its size, or a negated {@code errno}. */
    public int readReplies(EchoEvents events) {
        int count = socket.receive(incoming);
        current = incoming;
        if (count > 0) {
            events.begin();
        }
        for (index = 0; index < count; index++) {
            readReply(events);
        }
        incoming.empty(Math.max(0, count));
        return count;
    }

    /** Hands over one batch of time stamps and errors; returns its size, or a negated {@code errno}. */
    public int readErrors(EchoEvents events) {
        int count = socket.receiveErrors(errors);
        current = errors;
        if (count > 0) {
            events.begin();
        }
        for (index = 0; index < count; index++) {
            readError(events);
        }
        errors.empty(Math.max(0, count));
        return count;
    }

    private void readReply(EchoEvents events) {
        long at = incoming.payloadAt(index);
        int length = incoming.length(index);
        int header = hasIpHeader(socket) ? EchoCodec.headerLength(incoming.buffers, at, length) : 0;
        long token = header < 0 ? EchoCodec.NONE : codec.tokenOfReply(incoming.buffers, at + header, length - header);
        if (token == EchoCodec.NONE) {
            events.foreign();
            return;
        }
        ancillary.read(incoming.buffers, incoming.controlAt(index), incoming.controlLength(index));
        events.replied(token, ancillary.stamp, isNamed);
    }

    private void readError(EchoEvents events) {
        ancillary.read(errors.buffers, errors.controlAt(index), errors.controlLength(index));
        long token = codec.token(errors.buffers, errors.payloadAt(index), errors.length(index));
        switch (ancillary.origin) {
            case Linux.SO_EE_ORIGIN_TIMESTAMPING -> {
                if (token != EchoCodec.NONE) {
                    events.sent(token, ancillary.stamp);
                }
            }
            case Linux.SO_EE_ORIGIN_ICMP, Linux.SO_EE_ORIGIN_ICMP6 -> readIcmpError(events, token);
            case Linux.SO_EE_ORIGIN_LOCAL -> {
                if (token != EchoCodec.NONE) {
                    events.failed(token, ancillary.errno);
                }
            }
            default -> events.foreign();
        }
    }

    private void readIcmpError(EchoEvents events, long token) {
        if (isAdvice()) {
            return;
        }
        var error = new IcmpError(socket.family, ancillary.offender(), ancillary.type, ancillary.code);
        if (token != EchoCodec.NONE) {
            events.refused(token, ancillary.stamp, error);
            return;
        }
        int sequence = sequenceOfOurs(errors.payloadAt(index), errors.length(index));
        if (sequence < 0) {
            events.foreign();
        } else {
            events.refusedBySequence(sequence, isNamed, ancillary.stamp, error);
        }
    }

    /** A raw socket also hears of the requests of others; the kernel sorts them out for a datagram socket. */
    private int sequenceOfOurs(long at, int length) {
        int sequence = codec.sequence(errors.buffers, at, length);
        boolean others = sequence >= 0 && socket.mode == Mode.RAW && EchoCodec.id(errors.buffers, at) != id;
        return others ? -1 : sequence;
    }

    /** Source quench and redirect say something to this host, while the request itself goes on. */
    private boolean isAdvice() {
        return socket.family == Family.IPV4 && (ancillary.type == 4 || ancillary.type == 5);
    }

    private boolean isNamed(Endpoint endpoint) {
        return endpoint.matches(current.buffers, current.nameAt(index), current.nameLength(index));
    }

    @Override
    public void close() {
        socket.close();
    }
}
