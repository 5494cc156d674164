package dev.noc.probe.check;

import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;

/** One way to watch a target. A new kind is a bean of this type and needs no other change. */
public interface Check {

    /** Returns what an assignment calls it, such as {@code icmp}. */
    String kind();

    /** Measures once. Whatever the network does is part of the result, whose time is that of the actual start. */
    Result round(Assignment target) throws InterruptedException;
}
