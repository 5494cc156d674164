package dev.noc.backend.target;

/** One field of a target, and what it must be. */
record Violation(String field, String message) {}
