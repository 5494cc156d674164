package dev.noc.probe.schedule;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much is measured at once.
 *
 * @param limit rounds in flight at the same time
 */
@ConfigurationProperties("noc.probe.schedule")
@Validated
record ScheduleProperties(@Min(1) int limit) {}
