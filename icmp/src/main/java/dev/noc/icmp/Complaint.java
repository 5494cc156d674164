package dev.noc.icmp;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What ping says when it cannot send. The words of {@code strerror} differ between glibc and musl; where they do, both
 * stand here.
 */
enum Complaint {
    NOT_PERMITTED(
            "socket: (?:Operation not permitted|Permission denied)$|^permission denied \\(are you root\\?\\)|missing cap_net_raw",
            "This process may not send echo requests. " + Complaint.LET_IN),
    NO_ROUTE(
            "Network (?:is )?unreachable$|No route to host$|Host is unreachable$",
            "This host has no route to %1$s. Check its network: `ip route get %1$s`."),
    LINK_DOWN("Network is down$", "The network interface towards %1$s is down. Bring it up: `ip link`."),
    DISCARDED(
            "(?:connect|sendto|sendmsg): Invalid argument$",
            "This host's routing table discards what goes to %1$s. Look at `ip route get %1$s`."),
    PROHIBITED(
            "(?:connect|sendto|sendmsg): Permission denied$|^Do you want to ping broadcast\\?",
            "%1$s is a broadcast address, or a route of this host prohibits it. Give the address of one host,"
                    + " or look at `ip route get %1$s`."),
    FIREWALL(
            "(?:sendto|sendmsg): Operation not permitted$",
            "This host's firewall drops echo requests to %1$s. Let outgoing ICMP pass."),
    NO_ADDRESS(
            "Cannot assign requested address$|Address not available$|Address family not supported by protocol$",
            "This host has no address of its own to reach %1$s from. For an IPv6 target switch IPv6 on here"
                    + " (in Compose: the network's 'enable_ipv6'), or give the target's IPv4 address."),
    BUFFERS_FULL(
            "No buffer space available$",
            "This host's send buffers are full, so a request to %1$s could not leave. Watch fewer targets."),
    CLOCK_SET(
            "time of day goes back",
            "This host's clock was set back while %1$s was measured. Let a time service slew it instead.");

    static final String LET_IN =
            "Let its group in: sysctl -w net.ipv4.ping_group_range=\"0 2147483647\" (in Compose: the service's 'sysctls').";

    private final Pattern words;
    private final String advice;

    Complaint(String words, String advice) {
        this.words = Pattern.compile(words);
        this.advice = advice;
    }

    /** Returns the fault behind what ping complains of, without the {@code ping:} before it. */
    static Optional<Fault> explain(String complaint, String address) {
        for (var known : values()) {
            if (known.words.matcher(complaint).find()) {
                return Optional.of(known.about(address));
            }
        }
        return Optional.empty();
    }

    Fault about(String address) {
        return Fault.ofProbe(advice.formatted(address));
    }
}
