package dev.noc.probe.check;

import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;
import java.util.concurrent.CompletableFuture;

/** One way to watch a target. A new kind is a bean of this type and needs no other change in the probe. */
public interface Check {

    /** Returns what an assignment calls it, such as {@code icmp}. */
    String kind();

    /**
     * Begins a round and returns at once. Whatever the network does is part of the result, whose time is that of the actual
     * start.
     *
     * @throws RuntimeException when the assignment's settings make no sense
     */
    CompletableFuture<Result> round(Assignment target);
}
