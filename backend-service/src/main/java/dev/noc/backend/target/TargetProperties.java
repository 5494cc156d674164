package dev.noc.backend.target;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the targets.
 *
 * @param defaultInterval the interval of targets that name none; a plain number is seconds
 * @param file a YAML file with targets that only it may change, or null
 */
@ConfigurationProperties("noc.target")
@Validated
record TargetProperties(
        @DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin(seconds = 1) @DurationMax(days = 1)
        Duration defaultInterval,

        @Nullable Path file) {}
