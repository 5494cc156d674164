package dev.noc.icmp;

import java.time.Duration;

/**
 * A path to find.
 *
 * @param address a host name, an IPv4 address or an IPv6 address
 * @param rounds how often each hop is asked, 1 or more
 * @param timeout how long each hop may take to answer
 * @param prefer which address of a name is taken
 */
public record TraceRequest(String address, int rounds, Duration timeout, Prefer prefer) {

    public TraceRequest {
        if (address.isBlank() || rounds < 1 || !timeout.isPositive()) {
            throw new IllegalArgumentException(
                    "Not a path to find: give an address, 1 round or more, and a time-out longer than nothing.");
        }
    }

    /** Asks each hop three times, to the address that the system names first. */
    public TraceRequest(String address) {
        this(address, 3, Duration.ofSeconds(1), Prefer.SYSTEM);
    }
}
