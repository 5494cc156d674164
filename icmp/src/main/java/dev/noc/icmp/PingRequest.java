package dev.noc.icmp;

import java.time.Duration;

/**
 * A burst to send.
 *
 * @param address a host name, an IPv4 address or an IPv6 address
 * @param count how many echo requests, 1 or more
 * @param spacing time between the starts of two of them, whether the earlier one was answered or not
 * @param timeout how long each of them waits for its reply, counted from its own start
 * @param size bytes behind the header of each request, from 16 to 1400
 * @param prefer which address of a name is taken
 */
public record PingRequest(String address, int count, Duration spacing, Duration timeout, int size, Prefer prefer) {

    static final int DEFAULT_SIZE = 56;
    private static final int SMALLEST_SIZE = 16;
    private static final int LARGEST_SIZE = 1400;

    static final PingRequest TO_OURSELVES = new PingRequest("127.0.0.1", 1, Duration.ZERO, Duration.ofSeconds(1));

    public PingRequest {
        require(!address.isBlank(), "the address must not be blank");
        require(count >= 1, "the count must be 1 or more");
        require(!spacing.isNegative(), "the spacing must not be negative");
        require(timeout.isPositive(), "the time-out must be longer than nothing");
        require(size >= SMALLEST_SIZE && size <= LARGEST_SIZE, "the size must be from 16 to 1400 bytes");
    }

    /** A burst of requests with the usual 56 bytes, to the address that the system names first. */
    public PingRequest(String address, int count, Duration spacing, Duration timeout) {
        this(address, count, spacing, timeout, DEFAULT_SIZE, Prefer.SYSTEM);
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalArgumentException("Not a burst: " + rule + ".");
        }
    }
}
