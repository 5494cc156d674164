package dev.noc.backend.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a target was over a window. The four times add up to it.
 *
 * @param noDataMillis nobody could tell: no probe reported, or none could measure
 * @param incidents those that went on at some time of the window
 * @param mttrMillis mean time to repair: how long the incidents took that ended in the window; null when none did
 * @param mtbfMillis mean time between failures: the time that it was UP, by incidents; null when there was none
 */
record Availability(
        Instant from,
        Instant to,
        long upMillis,
        long degradedMillis,
        long downMillis,
        long noDataMillis,
        double upPercent,
        double degradedPercent,
        double downPercent,
        double noDataPercent,
        int incidents,
        @Nullable Long mttrMillis,
        @Nullable Long mtbfMillis) {

    /** @param stretches those of the whole window, without a hole between them */
    static Availability of(Instant from, Instant to, List<Stretch> stretches, List<Incident> incidents) {
        long window = Duration.between(from, to).toMillis();
        long up = millis(stretches, Status.UP);
        long degraded = millis(stretches, Status.DEGRADED);
        long down = millis(stretches, Status.DOWN);
        long noData = window - up - degraded - down;
        return new Availability(
                from,
                to,
                up,
                degraded,
                down,
                noData,
                percent(up, window),
                percent(degraded, window),
                percent(down, window),
                percent(noData, window),
                incidents.size(),
                mttr(incidents, to),
                incidents.isEmpty() ? null : Long.valueOf(up / incidents.size()));
    }

    private static long millis(List<Stretch> stretches, Status status) {
        return stretches.stream()
                .filter(stretch -> stretch.status() == status)
                .mapToLong(stretch -> stretch.length().toMillis())
                .sum();
    }

    private static @Nullable Long mttr(List<Incident> incidents, Instant to) {
        var lengths = incidents.stream()
                .map(incident -> length(incident, to))
                .filter(Objects::nonNull)
                .mapToLong(Duration::toMillis)
                .average();
        return lengths.isEmpty() ? null : Long.valueOf(Math.round(lengths.getAsDouble()));
    }

    private static @Nullable Duration length(Incident incident, Instant to) {
        var end = incident.end();
        return end == null || end.isAfter(to) ? null : Duration.between(incident.start(), end);
    }

    private static double percent(long millis, long window) {
        return Math.round(100_000.0 * millis / window) / 1_000.0;
    }
}
