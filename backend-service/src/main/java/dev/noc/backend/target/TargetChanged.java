package dev.noc.backend.target;

/** Published in the transaction that added a target or made another one of it. */
public record TargetChanged(String targetId) {}
