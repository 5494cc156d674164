package dev.noc.backend.target;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a target that only its check has. Null where nothing was given: the probe knows what it does then. */
interface CheckSettings {

    int SPACINGS_PER_INTERVAL = 20;
    long WIDEST_SPACING_MILLIS = 200;
    long SHORTEST_TIMEOUT_MILLIS = 500;

    /** Returns whether a check with these settings can be made of an address. */
    boolean fit(String address);

    /** Returns how long a round may take, in milliseconds. What was not given is fitted to the interval by the probe. */
    long roundMillis(long intervalMillis);

    /** Returns what annotations cannot tell is wrong: fields, and what they must be. */
    default Map<String, String> contradictions() {
        return Map.of();
    }

    /** Returns how long a burst takes whose last sample is not answered, by the rules of the probe's {@code Pace}. */
    static long burstMillis(
            long intervalMillis, int count, @Nullable Long spacingMillis, @Nullable Long timeoutMillis) {
        long spacing = spacingMillis == null
                ? Math.min(intervalMillis / SPACINGS_PER_INTERVAL, WIDEST_SPACING_MILLIS)
                : spacingMillis;
        return (count - 1) * spacing + (timeoutMillis == null ? SHORTEST_TIMEOUT_MILLIS : timeoutMillis);
    }
}
