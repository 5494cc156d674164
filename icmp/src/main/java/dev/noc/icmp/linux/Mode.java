package dev.noc.icmp.linux;

/** The two kinds of socket that can send echo requests. */
public enum Mode {
    /** Open to the groups in {@code net.ipv4.ping_group_range}. The kernel sets the id and hands over our replies only. */
    DATAGRAM(Linux.SOCK_DGRAM),
    /** Open to root and CAP_NET_RAW. We set the id and get every reply that reaches the host. */
    RAW(Linux.SOCK_RAW);

    final int type;

    Mode(int type) {
        this.type = type;
    }
}
