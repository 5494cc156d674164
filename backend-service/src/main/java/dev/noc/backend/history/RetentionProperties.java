package dev.noc.backend.history;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * How long what is kept.
 *
 * @param raw every round
 * @param minute roll-ups of one and of ten minutes; never shorter than {@code raw}
 * @param hourly roll-ups of an hour and longer ones; never shorter than {@code minute}
 */
@ConfigurationProperties("noc.retention")
record RetentionProperties(
        @DefaultValue("14d") Duration raw,
        @DefaultValue("90d") Duration minute,
        @DefaultValue("1825d") Duration hourly) {

    private static final Duration LEAST = Duration.ofHours(1);
    private static final Duration MOST = Duration.ofDays(36_500);

    RetentionProperties {
        refuseUnless(
                raw.compareTo(LEAST) >= 0,
                "raw (RETENTION_RAW)",
                raw,
                "it must be an hour at least. Write a duration such as 14d");
        refuseUnless(
                minute.compareTo(raw) >= 0,
                "minute (RETENTION_MINUTE)",
                minute,
                "it must not be shorter than RETENTION_RAW. Write a duration such as 90d");
        refuseUnless(
                hourly.compareTo(minute) >= 0 && hourly.compareTo(MOST) <= 0,
                "hourly (RETENTION_HOURLY)",
                hourly,
                "it must not be shorter than RETENTION_MINUTE, nor longer than 36500d. Write a duration such as 1825d");
    }

    private static void refuseUnless(boolean fits, String name, Duration value, String why) {
        if (!fits) {
            throw new InvalidConfigurationPropertyValueException("noc.retention." + name, value, why + ".");
        }
    }
}
