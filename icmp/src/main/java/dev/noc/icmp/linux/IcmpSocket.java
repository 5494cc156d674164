package dev.noc.icmp.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A socket for one ICMP, neither bound nor connected, with time stamps and errors switched on: icmp(7), ip(7), raw(7).
 * Used by one thread at a time; its memory is the given arena's.
 */
final class IcmpSocket implements AutoCloseable {

    /** Memory that the kernel charges for one waiting message, in bytes (measured: 416 in stock, twice that asked for). */
    private static final int CHARGE = 840;

    private static final int OPTION_ROOM = 64;
    private static final int DROPS_AT = 8 * Integer.BYTES;
    private static final int STAMPS =
            Linux.SOF_TIMESTAMPING_TX_SOFTWARE | Linux.SOF_TIMESTAMPING_RX_SOFTWARE | Linux.SOF_TIMESTAMPING_SOFTWARE;

    final Family family;
    final Mode mode;

    private final MemorySegment callState;
    private final MemorySegment option;
    private final MemorySegment optionLength;
    private final int fd;

    private IcmpSocket(Family family, Mode mode, Arena arena) throws SocketRefusedException {
        this.family = family;
        this.mode = mode;
        this.callState = LibC.newCallState(arena);
        this.option = arena.allocate(OPTION_ROOM, 8);
        this.optionLength = arena.allocate(JAVA_INT);
        int type = mode.type | Linux.SOCK_CLOEXEC | Linux.SOCK_NONBLOCK;
        this.fd = LibC.socket(callState, family.domain, type, family.protocol);
        if (fd < 0) {
            throw refused("socket");
        }
    }

    /** Both buffers get the given size, or what this process is allowed. */
    static IcmpSocket open(Family family, Mode mode, Arena arena, int bufferBytes) throws SocketRefusedException {
        var socket = new IcmpSocket(family, mode, arena);
        try {
            socket.set(Linux.SOL_SOCKET, Linux.SO_TIMESTAMPING, STAMPS);
            socket.set(family.level, family.receiveErrors, 1);
            socket.enlarge(Linux.SO_RCVBUFFORCE, Linux.SO_RCVBUF, bufferBytes);
            socket.enlarge(Linux.SO_SNDBUFFORCE, Linux.SO_SNDBUF, bufferBytes);
            if (mode == Mode.RAW) {
                socket.takeOnlyReplies();
            }
            return socket;
        } catch (SocketRefusedException e) {
            socket.close();
            throw e;
        }
    }

    int fd() {
        return fd;
    }

    /** Returns how many messages were sent, or the negated {@code errno} of the first. */
    int send(MessageBatch batch, int from, int count) {
        int sent = LibC.sendmmsg(callState, fd, batch.headersFrom(from), count, Linux.MSG_DONTWAIT);
        return sent >= 0 ? sent : -LibC.errno(callState);
    }

    /** Returns how many messages were received, or the negated {@code errno}. */
    int receive(MessageBatch batch) {
        return receive(batch, Linux.MSG_DONTWAIT);
    }

    /** As {@link #receive}, from the error queue: time stamps of what was sent, and ICMP errors. */
    int receiveErrors(MessageBatch batch) {
        return receive(batch, Linux.MSG_DONTWAIT | Linux.MSG_ERRQUEUE);
    }

    private int receive(MessageBatch batch, int flags) {
        int received = LibC.recvmmsg(callState, fd, batch.headers, batch.size(), flags);
        return received >= 0 ? received : -LibC.errno(callState);
    }

    /**
     * Returns how many messages the kernel has dropped at this socket because its receive buffer was full.
     * SO_RXQ_OVFL does not work on ping sockets; SO_MEMINFO (sock_diag(7), SK_MEMINFO_DROPS) does.
     */
    long drops() {
        optionLength.set(JAVA_INT, 0, OPTION_ROOM);
        LibC.getsockopt(callState, fd, Linux.SOL_SOCKET, Linux.SO_MEMINFO, option, optionLength);
        return Integer.toUnsignedLong(option.get(JAVA_INT, DROPS_AT));
    }

    /** Returns how many replies the receive buffer holds. */
    int capacity() {
        optionLength.set(JAVA_INT, 0, Integer.BYTES);
        LibC.getsockopt(callState, fd, Linux.SOL_SOCKET, Linux.SO_RCVBUF, option, optionLength);
        return option.get(JAVA_INT, 0) / CHARGE;
    }

    /** Without CAP_NET_ADMIN the limits of net.core.rmem_max and wmem_max hold, and cut silently. */
    private void enlarge(int forced, int asked, int bytes) throws SocketRefusedException {
        try {
            set(Linux.SOL_SOCKET, forced, bytes);
        } catch (SocketRefusedException e) {
            set(Linux.SOL_SOCKET, asked, bytes);
        }
    }

    /** A raw socket gets a copy of every ICMP message of the host: these filters have a bit for each type to leave out. */
    private void takeOnlyReplies() throws SocketRefusedException {
        if (family == Family.IPV4) {
            set(Linux.SOL_RAW, Linux.ICMP_FILTER, ~(1 << family.echoReply));
            return;
        }
        for (int word = 0; word < 8; word++) {
            int open = word == family.echoReply / 32 ? 1 << family.echoReply % 32 : 0;
            option.setAtIndex(JAVA_INT, word, ~open);
        }
        set(Linux.IPPROTO_ICMPV6, Linux.ICMPV6_FILTER, option, 8 * Integer.BYTES);
    }

    private void set(int level, int name, int value) throws SocketRefusedException {
        option.set(JAVA_INT, 0, value);
        set(level, name, option, Integer.BYTES);
    }

    private void set(int level, int name, MemorySegment value, int length) throws SocketRefusedException {
        if (LibC.setsockopt(callState, fd, level, name, value, length) != 0) {
            throw refused("setsockopt %d %d".formatted(level, name));
        }
    }

    private SocketRefusedException refused(String what) {
        return new SocketRefusedException(what, LibC.errno(callState));
    }

    @Override
    public void close() {
        LibC.close(fd);
    }
}
