package dev.noc.backend.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How finely time is told apart: single rounds, or roll-ups, each of which is made of the finer ones before it. */
enum Resolution {
    RAW("raw", Duration.ofMillis(1)),
    MINUTE("minute", Duration.ofMinutes(1)),
    TEN_MINUTES("tenMinutes", Duration.ofMinutes(10)),
    HOUR("hour", Duration.ofHours(1)),
    SIX_HOURS("sixHours", Duration.ofHours(6)),
    DAY("day", Duration.ofDays(1));

    /** Those that are kept as roll-ups, finest first. */
    static final List<Resolution> ROLLED_UP = List.of(MINUTE, TEN_MINUTES, HOUR, SIX_HOURS, DAY);

    private final String label;
    private final long millis;

    Resolution(String label, Duration width) {
        this.label = label;
        this.millis = width.toMillis();
    }

    static Resolution ofMillis(long millis) {
        for (var resolution : values()) {
            if (resolution.millis == millis) {
                return resolution;
            }
        }
        throw new IllegalArgumentException("No resolution is %d ms wide".formatted(millis));
    }

    /** Returns its name in the API. */
    String label() {
        return label;
    }

    long millis() {
        return millis;
    }

    /** Returns what this is made of. */
    Resolution finer() {
        return switch (this) {
            case RAW, MINUTE -> RAW;
            case TEN_MINUTES -> MINUTE;
            case HOUR -> TEN_MINUTES;
            case SIX_HOURS -> HOUR;
            case DAY -> SIX_HOURS;
        };
    }

    /** Returns the start of the bucket that a time is in. */
    Instant floor(Instant time) {
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), millis) * millis);
    }

    /** Returns the time itself where a bucket starts, else the start of the next one. */
    Instant ceil(Instant time) {
        var floor = floor(time);
        return floor.equals(time) ? time : floor.plusMillis(millis);
    }
}
