package dev.noc.probe.schedule;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * How much is measured at once.
 *
 * @param limit rounds in flight at the same time
 */
@ConfigurationProperties("noc.probe.schedule")
record ScheduleProperties(int limit) {

    ScheduleProperties {
        Assert.isTrue(limit >= 1, "noc.probe.schedule.limit must be 1 or more");
    }
}
