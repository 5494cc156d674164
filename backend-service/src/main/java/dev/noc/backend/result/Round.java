package dev.noc.backend.result;

import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a check, as it is kept. Target, probe and time identify it.
 *
 * @param rttMillis one entry a sample in the order of sending: its round-trip time in milliseconds to the microsecond, or
 *     null for a loss
 * @param error why samples are missing, or null
 * @param attributes what the check found out besides: text, numbers and booleans by name
 */
public record Round(
        String targetId,
        String probe,
        Instant time,
        List<@Nullable Double> rttMillis,
        @Nullable ResultError error,
        Map<String, Object> attributes) {

    /** A round in which nothing was found out besides. */
    public Round(
            String targetId,
            String probe,
            Instant time,
            List<@Nullable Double> rttMillis,
            @Nullable ResultError error) {
        this(targetId, probe, time, rttMillis, error, Map.of());
    }

    /** Returns a result as it is kept, so that it reads the same before and after it was stored. */
    static Round of(String probe, Result result) {
        return new Round(
                result.target(),
                probe,
                result.time().truncatedTo(ChronoUnit.MILLIS),
                SampleBytes.rounded(result.rttMillis()),
                result.error(),
                Objects.requireNonNullElse(result.attributes(), Map.of()));
    }

    RoundKey key() {
        return new RoundKey(targetId, probe, time);
    }

    /** Returns how many samples were sent. */
    public int sent() {
        return rttMillis.size();
    }

    /** Returns how many samples were answered. */
    public int received() {
        int received = 0;
        for (var sample : rttMillis) {
            received += sample == null ? 0 : 1;
        }
        return received;
    }

    /** Returns how many samples were not answered. */
    public int lost() {
        return sent() - received();
    }

    /** Returns how many replies came after their time was up; they count as lost. */
    public int late() {
        return count("late");
    }

    /** Returns how many replies came twice. */
    public int duplicates() {
        return count("duplicates");
    }

    /** Returns false when the probe itself was the obstacle, so that the round says nothing about the target. */
    public boolean measured() {
        return error == null || !error.scope().equals(ResultError.PROBE);
    }

    private int count(String attribute) {
        return attributes.get(attribute) instanceof Number number ? number.intValue() : 0;
    }
}
