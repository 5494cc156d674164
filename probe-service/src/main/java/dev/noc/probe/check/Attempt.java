package dev.noc.probe.check;

import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One sample of a round.
 *
 * @param millis how long the answer took, or null for a loss
 * @param error why it is a loss, or null
 * @param attributes what was found out besides
 */
public record Attempt(@Nullable Double millis, @Nullable ResultError error, Map<String, Object> attributes) {

    private static final double NANOS_A_MILLI = 1e6;

    public static Attempt took(long nanos, Map<String, Object> attributes) {
        return new Attempt(millis(nanos), null, attributes);
    }

    public static Attempt failed(ResultError error, Map<String, Object> attributes) {
        return new Attempt(null, error, attributes);
    }

    public static double millis(long nanos) {
        return nanos / NANOS_A_MILLI;
    }

    /** Returns as many losses as there were to be samples, for a round that did not get so far as to take one. */
    public static List<Attempt> allFailed(int count, ResultError error) {
        return Collections.nCopies(count, failed(error, Map.of()));
    }

    /**
     * Returns what a round gave. Where one sample could not be measured, the round says nothing of the target.
     *
     * @param start of any precision; a result's is milliseconds
     */
    public static Result sum(Assignment target, Instant start, List<Attempt> attempts) {
        var attributes = new LinkedHashMap<String, Object>();
        attempts.forEach(attempt -> attributes.putAll(attempt.attributes()));
        var error = firstError(attempts);
        var unmeasured = error != null && error.scope().equals(ResultError.PROBE);
        return new Result(
                target.id(),
                start.truncatedTo(ChronoUnit.MILLIS),
                unmeasured ? List.of() : samples(attempts),
                error,
                attributes.isEmpty() ? null : Collections.unmodifiableMap(attributes));
    }

    private static @Nullable ResultError firstError(List<Attempt> attempts) {
        var errors = attempts.stream()
                .map(Attempt::error)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return errors.stream()
                .filter(error -> error.scope().equals(ResultError.PROBE))
                .findFirst()
                .orElse(errors.isEmpty() ? null : errors.getFirst());
    }

    private static List<@Nullable Double> samples(List<Attempt> attempts) {
        var samples = new ArrayList<@Nullable Double>();
        attempts.forEach(attempt -> samples.add(attempt.millis()));
        return Collections.unmodifiableList(samples);
    }
}
