package dev.noc.icmp.engine;

import dev.noc.icmp.linux.Alarm;
import dev.noc.icmp.linux.EchoSocket;
import dev.noc.icmp.linux.Family;
import dev.noc.icmp.linux.KernelClock;
import dev.noc.icmp.linux.Mode;
import dev.noc.icmp.linux.SocketRefusedException;
import dev.noc.icmp.linux.SystemClocks;
import java.lang.foreign.Arena;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All that is native: the sockets, their memory and what wakes the thread. Closed as one. */
final class Sockets implements AutoCloseable {

    /** Datagram sockets for one family; see {@link Link}. */
    private static final int LANES = 4;

    private final Arena arena = Arena.ofShared();
    private final Map<Family, List<EchoSocket>> byFamily = new EnumMap<>(Family.class);
    private final List<EchoSocket> all = new ArrayList<>();
    private final Alarm alarm;

    private Sockets(Mode mode, int bufferBytes) throws SocketRefusedException {
        try {
            openAll(mode, bufferBytes);
            alarm = Alarm.open(arena, all);
        } catch (SocketRefusedException e) {
            closeSockets();
            throw e;
        }
    }

    /** One family is enough: a host may have none of the other's addresses, or forbid it. */
    static Sockets open(Mode mode, int bufferBytes) throws SocketRefusedException {
        return new Sockets(mode, bufferBytes);
    }

    private void openAll(Mode mode, int bufferBytes) throws SocketRefusedException {
        long cookie = new SecureRandom().nextLong();
        SocketRefusedException refusal = null;
        for (var family : Family.values()) {
            try {
                open(family, mode, cookie, bufferBytes);
            } catch (SocketRefusedException e) {
                refusal = refusal == null ? e : refusal;
            }
        }
        if (all.isEmpty() && refusal != null) {
            throw refusal;
        }
    }

    /** Every raw socket gets a copy of every reply, so a second one would only double the work. */
    private void open(Family family, Mode mode, long cookie, int bufferBytes) throws SocketRefusedException {
        var sockets = new ArrayList<EchoSocket>();
        byFamily.put(family, sockets);
        int lanes = mode == Mode.RAW ? 1 : LANES;
        for (int i = 0; i < lanes; i++) {
            var socket = EchoSocket.open(family, mode, cookie, bufferBytes, arena);
            sockets.add(socket);
            all.add(socket);
        }
    }

    List<EchoSocket> of(Family family) {
        return byFamily.getOrDefault(family, List.of());
    }

    Alarm alarm() {
        return alarm;
    }

    KernelClock.Source clocks() {
        return new SystemClocks(arena);
    }

    /** How many replies the smallest receive buffer holds. */
    int capacity() {
        return all.stream().mapToInt(EchoSocket::capacity).min().orElse(1);
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            alarm.close();
            closeSockets();
        }
    }

    private void closeSockets() {
        all.forEach(EchoSocket::close);
        arena.close();
    }
}
