package dev.noc.probe.schedule;

import dev.noc.protocol.Result;

/** Published at the end of every round, on the thread that ran it. */
public record RoundFinished(Result result) {}
