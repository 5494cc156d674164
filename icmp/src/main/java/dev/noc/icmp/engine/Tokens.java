package dev.noc.icmp.engine;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request a token, counting up, and remembers the latest ones: those under way, and as many that are over as
 * there is room for, so that a second reply is known from a late one.
 */
final class Tokens {

    private static final int SEQUENCES = 1 << 16;

    private final int limit;
    private @Nullable Echo[] ring;
    private long next;

    /** Both are powers of two; the room grows from the first to the second when it is needed. */
    Tokens(int room, int limit) {
        this.ring = new @Nullable Echo[room];
        this.limit = limit;
    }

    /** Says whether one more request can be kept in mind. */
    boolean hasRoom() {
        var oldest = ring[indexOf(next)];
        if (oldest == null || !oldest.isWaiting()) {
            return true;
        }
        if (ring.length == limit) {
            return false;
        }
        grow();
        return hasRoom();
    }

    void register(Echo echo) {
        echo.token = next++;
        ring[indexOf(echo.token)] = echo;
    }

    /** Returns the request of the token, or null when it is forgotten or never was. */
    @Nullable
    Echo find(long token) {
        var echo = ring[indexOf(token)];
        return echo != null && echo.token == token ? echo : null;
    }

    boolean wasGiven(long token) {
        return token >= 0 && token < next;
    }

    /** Returns the newest token with the given low 16 bits that was given, or a negative number. */
    long newest(int sequence) {
        long last = next - 1;
        return last - ((last - sequence) & (SEQUENCES - 1));
    }

    /** Returns the token before the given one with the same low 16 bits, or a negative number when none is remembered. */
    long before(long token) {
        long earlier = token - SEQUENCES;
        return earlier < next - ring.length ? -1 : earlier;
    }

    void forEach(Consumer<Echo> action) {
        for (var echo : ring) {
            if (echo != null) {
                action.accept(echo);
            }
        }
    }

    private int indexOf(long token) {
        return (int) (token & (ring.length - 1));
    }

    private void grow() {
        var old = ring;
        ring = new @Nullable Echo[old.length * 2];
        for (var echo : old) {
            if (echo != null) {
                ring[indexOf(echo.token)] = echo;
            }
        }
    }
}
