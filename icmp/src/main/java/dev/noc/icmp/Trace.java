package dev.noc.icmp;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way to a target.
 *
 * @param target its address, or null when its name gave none
 * @param hops in order, silent ones among them; to the target, to whoever sends the requests back, or to the 30th
 * @param reached whether the last hop is the target
 * @param fault why there are no hops, where that is so
 */
public record Trace(
        @Nullable InetAddress target,
        List<Hop> hops,
        boolean reached,
        @Nullable Fault fault) {

    public Trace {
        hops = List.copyOf(hops);
    }

    static Trace failed(@Nullable InetAddress target, Fault fault) {
        return new Trace(target, List.of(), false, fault);
    }
}
