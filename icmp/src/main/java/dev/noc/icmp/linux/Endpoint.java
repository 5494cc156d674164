package dev.noc.icmp.linux;

import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * An address as the kernel has it, to be compared and copied without objects.
 *
 * @param high the first half of an IPv6 address, 0 for IPv4
 * @param low the second half, or the 32 bits of IPv4
 * @param scope the interface of a link-local IPv6 address, 0 for any
 */
public record Endpoint(Family family, long high, long low, int scope) {

    /** Room for {@code sockaddr_in} (16 bytes) and {@code sockaddr_in6} (28 bytes), aligned. */
    static final int ROOM = 32;

    private static final int LENGTH_IPV4 = 16;
    private static final int LENGTH_IPV6 = 28;

    public static Endpoint of(InetAddress address) {
        var bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet6Address six
                ? new Endpoint(Family.IPV6, bytes.getLong(), bytes.getLong(), six.getScopeId())
                : new Endpoint(Family.IPV4, 0, bytes.getInt() & 0xffff_ffffL, 0);
    }

    /** Writes a {@code sockaddr} without a port and returns its length; the memory is zero before. */
    int write(MemorySegment memory, long at) {
        Bytes.putNative16(memory, at, family.domain);
        if (family == Family.IPV4) {
            Bytes.put32(memory, at + 4, (int) low);
            return LENGTH_IPV4;
        }
        Bytes.put64(memory, at + 8, high);
        Bytes.put64(memory, at + 16, low);
        Bytes.putNative32(memory, at + 24, scope);
        return LENGTH_IPV6;
    }

    /** Says whether a {@code sockaddr} of the given length holds this very address, whichever its port or interface. */
    boolean matches(MemorySegment memory, long at, int length) {
        if (family == Family.IPV4) {
            return length >= LENGTH_IPV4
                    && Bytes.native16(memory, at) == Linux.AF_INET
                    && (Bytes.i32(memory, at + 4) & 0xffff_ffffL) == low;
        }
        return length >= LENGTH_IPV6
                && Bytes.native16(memory, at) == Linux.AF_INET6
                && Bytes.i64(memory, at + 8) == high
                && Bytes.i64(memory, at + 16) == low;
    }

    /** Returns the address of a {@code sockaddr}, or the unspecified IPv4 address when it holds none. */
    static InetAddress read(MemorySegment memory, long at) {
        try {
            return switch (Bytes.native16(memory, at)) {
                case Linux.AF_INET -> InetAddress.getByAddress(bytes(memory, at + 4, 4));
                case Linux.AF_INET6 -> InetAddress.getByAddress(bytes(memory, at + 8, 16));
                default -> InetAddress.getByAddress(new byte[4]);
            };
        } catch (UnknownHostException e) {
            throw new AssertionError("4 or 16 bytes are an address", e);
        }
    }

    private static byte[] bytes(MemorySegment memory, long at, int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) Bytes.u8(memory, at + i);
        }
        return bytes;
    }
}
