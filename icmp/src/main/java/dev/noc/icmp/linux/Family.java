package dev.noc.icmp.linux;

import java.net.Inet4Address;
import java.net.InetAddress;

/** The two versions of IP, and what differs between their ICMPs (RFC 792, RFC 4443) and their socket options. */
public enum Family {
    IPV4(Linux.AF_INET, Linux.IPPROTO_ICMP, 8, 0, Linux.SOL_IP, Linux.IP_RECVERR, Linux.IP_TTL),
    IPV6(Linux.AF_INET6, Linux.IPPROTO_ICMPV6, 128, 129, Linux.SOL_IPV6, Linux.IPV6_RECVERR, Linux.IPV6_HOPLIMIT);

    final int domain;
    final int protocol;
    final int echoRequest;
    final int echoReply;
    final int level;
    final int receiveErrors;
    final int ttl;

    Family(int domain, int protocol, int echoRequest, int echoReply, int level, int receiveErrors, int ttl) {
        this.domain = domain;
        this.protocol = protocol;
        this.echoRequest = echoRequest;
        this.echoReply = echoReply;
        this.level = level;
        this.receiveErrors = receiveErrors;
        this.ttl = ttl;
    }

    public static Family of(InetAddress address) {
        return address instanceof Inet4Address ? IPV4 : IPV6;
    }
}
