package dev.noc.protocol;

/**
 * Why samples are missing.
 *
 * @param scope {@link #PROBE} or {@link #TARGET}
 * @param reason a sentence for people
 */
public record ResultError(String scope, String reason) {

    /** The probe could not measure, so the round says nothing about the target. */
    public static final String PROBE = "probe";

    /** The target, or something on the way to it, said why it does not answer. */
    public static final String TARGET = "target";
}
