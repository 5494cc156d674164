package dev.noc.icmp;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Which of a name's addresses is taken, where it has both kinds. */
public enum Prefer {
    /** The one that the system names first. */
    SYSTEM,
    IPV4,
    IPV6;

    /** Returns the first address of the wanted kind, or the first at all. */
    InetAddress choose(List<InetAddress> addresses) {
        for (var address : addresses) {
            if (this == SYSTEM || (this == IPV4) == address instanceof Inet4Address) {
                return address;
            }
        }
        return addresses.getFirst();
    }

    /** Chooses too, and refuses what someone else would answer for: to 0.0.0.0 that is this very host. */
    InetAddress oneHost(String name, List<InetAddress> addresses) throws UnresolvedException {
        var address = choose(addresses);
        if (!isOneHost(address)) {
            throw new UnresolvedException(
                    Fault.ofTarget("%s is not the address of one host. Correct the target's address.".formatted(name)));
        }
        return address;
    }

    static boolean isOneHost(InetAddress address) {
        return !address.isAnyLocalAddress() && !address.isMulticastAddress();
    }
}
