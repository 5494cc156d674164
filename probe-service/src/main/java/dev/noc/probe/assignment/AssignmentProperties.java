package dev.noc.probe.assignment;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.Assert;

/**
 * How we learn what to watch.
 *
 * @param interval time between two rounds of a target that names none; a plain number is seconds
 * @param data the folder in which targets are remembered
 * @param refresh time between two questions to the backend
 */
@ConfigurationProperties("noc.probe.assignment")
record AssignmentProperties(
        @DurationUnit(ChronoUnit.SECONDS) Duration interval, Path data, Duration refresh) {

    /** What may be asked of any target. */
    static final Duration SHORTEST = Duration.ofSeconds(1);

    static final Duration LONGEST = Duration.ofDays(1);

    AssignmentProperties {
        Assert.isTrue(
                interval.compareTo(SHORTEST) >= 0 && interval.compareTo(LONGEST) <= 0,
                () -> "PROBE_INTERVAL must be from 1 second to 1 day, not %s".formatted(interval));
        Assert.isTrue(refresh.isPositive(), "noc.probe.assignment.refresh must be longer than nothing");
    }
}
