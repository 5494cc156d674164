package dev.noc.probe.schedule;

import dev.noc.protocol.Result;

/**
 * Published at the end of every round, on the thread that ended it. That may be the one that receives all replies, so who
 * listens must not block.
 */
public record RoundFinished(Result result) {}
