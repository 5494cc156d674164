package dev.noc.icmp.linux;

import java.net.InetAddress;

/** An ICMP error about one of our requests: who sent it, and its type and code (RFC 792, RFC 4443). */
public record IcmpError(Family family, InetAddress from, int type, int code) {

    /** Says whether a router threw the request away because it had passed enough of them: what a trace waits for. */
    public boolean timeExceeded() {
        return type == (family == Family.IPV4 ? 11 : 3) && code == 0;
    }

    /** The name that ping gives it, such as {@code Destination Host Unreachable}. */
    public String words() {
        var words = family == Family.IPV4 ? words4() : words6();
        return words.isEmpty() ? "ICMP error %d, code %d".formatted(type, code) : words;
    }

    private String words4() {
        return switch (type) {
            case 3 -> unreachable4();
            case 11 -> code == 0 ? "Time to live exceeded" : "Frag reassembly time exceeded";
            case 12 -> "Parameter problem";
            default -> "";
        };
    }

    private String unreachable4() {
        return switch (code) {
            case 0, 6 -> "Destination Net Unreachable";
            case 1, 7 -> "Destination Host Unreachable";
            case 2 -> "Destination Protocol Unreachable";
            case 3 -> "Destination Port Unreachable";
            case 4 -> "Frag needed and DF set";
            case 5 -> "Source Route Failed";
            case 9, 11 -> "Destination Net Prohibited";
            case 10, 12 -> "Destination Host Prohibited";
            case 13 -> "Packet filtered";
            default -> "";
        };
    }

    private String words6() {
        return switch (type) {
            case 1 -> unreachable6();
            case 2 -> "Packet too big";
            case 3 -> code == 0 ? "Time to live exceeded" : "Frag reassembly time exceeded";
            case 4 -> "Parameter problem";
            default -> "";
        };
    }

    private String unreachable6() {
        return switch (code) {
            case 0 -> "Destination Net Unreachable";
            case 1 -> "Packet filtered";
            case 2 -> "Destination beyond the scope of the source address";
            case 3 -> "Destination Host Unreachable";
            case 4 -> "Destination Port Unreachable";
            case 5, 6 -> "Route to the destination rejected";
            default -> "";
        };
    }
}
