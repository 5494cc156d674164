package dev.noc.backend.system;

/** One entry of a problem document's {@code errors}: a field, and what it must be. */
record InvalidField(String field, String message) {}
