package dev.noc.backend.probe;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of who reports under an id. Pure: the same reports always give the same presence.
 *
 * @param lastSeen when it last reported
 * @param address where that report came from
 * @param instance the process that reports now; null when it does not name itself
 * @param replacedInstance the process before it, or null
 * @param replacedSeen when that one last reported, or null
 * @param conflictSeen when a process that had been replaced last reported again, or null
 */
record Presence(
        String id,
        Instant lastSeen,
        String address,
        @Nullable String instance,
        @Nullable String replacedInstance,
        @Nullable Instant replacedSeen,
        @Nullable Instant conflictSeen) {

    /** A process that was replaced and is heard again later than this was asleep, rather than running beside the other. */
    private static final Duration MEMORY = Duration.ofMinutes(10);

    /** Rows are written no more often than this for each report. */
    private static final Duration PRECISION = Duration.ofSeconds(1);

    static Presence first(String id, @Nullable String instance, String address, Instant now) {
        return new Presence(id, now, address, instance, null, null, null);
    }

    /** Returns the presence after one more report. Another instance is a restart, unless it is the one that was replaced. */
    Presence seen(@Nullable String reporting, String from, Instant now) {
        if (reporting == null || reporting.equals(instance)) {
            return new Presence(id, now, from, instance, replacedInstance, replacedSeen, conflictSeen);
        }
        boolean returned = reporting.equals(replacedInstance) && isRecent(replacedSeen, now);
        return new Presence(id, now, from, reporting, instance, lastSeen, returned ? now : conflictSeen);
    }

    /** Returns whether two processes report under this id. Ends when one of them has kept silent for ten minutes. */
    boolean isInConflict(Instant now) {
        return isRecent(conflictSeen, now);
    }

    /** Returns whether the row must be written: at once for news, else no more often than a reader would notice. */
    boolean isNewsTo(Presence before) {
        boolean restarted = instance != null && !instance.equals(before.instance);
        boolean late = Duration.between(before.lastSeen, lastSeen).abs().compareTo(PRECISION) >= 0;
        return late || (restarted && !before.isInConflict(lastSeen));
    }

    private static boolean isRecent(@Nullable Instant time, Instant now) {
        return time != null && now.isBefore(time.plus(MEMORY));
    }
}
