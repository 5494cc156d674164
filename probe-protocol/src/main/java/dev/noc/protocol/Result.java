package dev.noc.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one round of a check gave. Target, probe and time identify it, so it may be sent any number of times.
 *
 * @param target the id of the target
 * @param time when the round began, to the millisecond
 * @param rttMillis one entry a sample in the order of sending: its round-trip time in milliseconds, or null for a loss
 * @param error why samples are missing, or null
 * @param attributes what the check found out besides, such as {@code tlsExpiry}: text, numbers and booleans by name; or
 *     null
 */
public record Result(
        String target,
        Instant time,
        List<@Nullable Double> rttMillis,
        @Nullable ResultError error,
        @Nullable Map<String, Object> attributes) {

    /** A backend refuses a result with more samples than this. */
    public static final int MAX_SAMPLES = 100;

    /** A backend refuses a result with more attributes than this. */
    public static final int MAX_ATTRIBUTES = 20;

    /** What a check gives that finds out nothing besides. */
    public Result(String target, Instant time, List<@Nullable Double> rttMillis, @Nullable ResultError error) {
        this(target, time, rttMillis, error, null);
    }
}
