package dev.noc.backend.target;

/** Published in the transaction that deleted a target; its results go with it. */
public record TargetDeleted(String targetId) {}
