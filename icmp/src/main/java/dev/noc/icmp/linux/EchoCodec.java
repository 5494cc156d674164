package dev.noc.icmp.linux;

import java.lang.foreign.MemorySegment;

/**
 * Echo requests and replies as bytes (RFC 792, RFC 4443 section 4): 8 bytes of header, then a cookie that is the same for
 * all requests of a run, then a token of each request, then zeros.
 *
 * <p>The 16-bit sequence number repeats the low bits of the token, because a router may quote no more than the header.
 */
public final class EchoCodec {

    /** What {@link #token} and {@link #tokenOfReply} return in place of a token, which is never negative. */
    public static final long NONE = -1;

    /** The cookie and the token. */
    public static final int SMALLEST_PAYLOAD = 16;

    static final int HEADER = 8;

    private static final int SMALLEST_IPV4_HEADER = 20;
    private static final int COOKIE_AT = HEADER;
    private static final int TOKEN_AT = HEADER + 8;
    private static final int END_OF_TOKEN = HEADER + SMALLEST_PAYLOAD;

    private final Family family;
    private final long cookie;

    /** Where the cookie of the last copy was found; the next one has it there too, unless it took another interface. */
    private long lastCookieAt;

    public EchoCodec(Family family, long cookie) {
        this.family = family;
        this.cookie = cookie;
    }

    /** Writes a request into memory that is zero, but for an earlier request, and returns its length. */
    int write(MemorySegment memory, long at, int id, long token, int payload) {
        Bytes.put8(memory, at, family.echoRequest);
        Bytes.put16(memory, at + 2, 0);
        Bytes.put16(memory, at + 4, id);
        Bytes.put16(memory, at + 6, (int) token);
        Bytes.put64(memory, at + COOKIE_AT, cookie);
        Bytes.put64(memory, at + TOKEN_AT, token);
        return HEADER + payload;
    }

    /** Fills in the checksum, which the kernel does for all sockets but raw ones of IPv4. */
    static void seal(MemorySegment memory, long at, int length) {
        Bytes.put16(memory, at + 2, ~sum(memory, at, length) & 0xffff);
    }

    /** Returns the token of a reply to a request of ours, or {@link #NONE} for any other message. */
    long tokenOfReply(MemorySegment memory, long at, int length) {
        return length >= END_OF_TOKEN
                        && Bytes.u8(memory, at) == family.echoReply
                        && Bytes.u8(memory, at + 1) == 0
                        && Bytes.i64(memory, at + COOKIE_AT) == cookie
                ? Math.max(NONE, Bytes.i64(memory, at + TOKEN_AT))
                : NONE;
    }

    /**
     * Returns the token of one of our requests from a copy of it: behind any headers, cut off anywhere behind the token.
     * The loopback copy of a time stamp begins with the link's header, whose length nobody tells.
     */
    long token(MemorySegment memory, long at, int length) {
        if (hasCookie(memory, at, length, lastCookieAt)) {
            return tokenAfter(memory, at + lastCookieAt);
        }
        for (long offset = 0; offset + SMALLEST_PAYLOAD <= length; offset += 2) {
            if (hasCookie(memory, at, length, offset)) {
                lastCookieAt = offset;
                return tokenAfter(memory, at + offset);
            }
        }
        return NONE;
    }

    /**
     * Returns the sequence number of an echo request that is cut off before its token, or -1 where it is none: a longer
     * one without our token is someone else's.
     */
    int sequence(MemorySegment memory, long at, int length) {
        var header = length >= HEADER && length < END_OF_TOKEN && Bytes.u8(memory, at) == family.echoRequest;
        return header ? Bytes.u16(memory, at + 6) : -1;
    }

    /** Returns the id of a whole header. */
    static int id(MemorySegment memory, long at) {
        return Bytes.u16(memory, at + 4);
    }

    /** Returns the length of the IPv4 header before a message of a raw socket, or -1 when it is not a whole ICMP packet. */
    static int headerLength(MemorySegment memory, long at, int length) {
        if (length < SMALLEST_IPV4_HEADER || Bytes.u8(memory, at) >> 4 != 4) {
            return -1;
        }
        int header = (Bytes.u8(memory, at) & 0xf) * 4;
        var whole = header >= SMALLEST_IPV4_HEADER
                && header + HEADER <= length
                && Bytes.u8(memory, at + 9) == Linux.IPPROTO_ICMP
                && sum(memory, at + header, length - header) == 0xffff;
        return whole ? header : -1;
    }

    private boolean hasCookie(MemorySegment memory, long at, int length, long offset) {
        return offset + SMALLEST_PAYLOAD <= length && Bytes.i64(memory, at + offset) == cookie;
    }

    private static long tokenAfter(MemorySegment memory, long cookieAt) {
        return Math.max(NONE, Bytes.i64(memory, cookieAt + 8));
    }

    /** The Internet checksum's sum (RFC 1071): 0xffff over a message whose checksum is right. */
    private static int sum(MemorySegment memory, long at, int length) {
        long sum = 0;
        int even = length & ~1;
        for (int i = 0; i < even; i += 2) {
            sum += Bytes.u16(memory, at + i);
        }
        if (even != length) {
            sum += (long) Bytes.u8(memory, at + even) << 8;
        }
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >> 16);
        }
        return (int) sum;
    }
}
