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
}
