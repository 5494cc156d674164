package dev.noc.probe.spool;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * How much may wait for the backend.
 *
 * @param data the folder of the spool
 * @param size what the spool may take on disk; the oldest results make room for new ones
 * @param age results older than this are given up
 */
@ConfigurationProperties("noc.probe.spool")
record SpoolProperties(Path data, DataSize size, Duration age) {

    private static final DataSize SMALLEST = DataSize.ofMegabytes(1);
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    SpoolProperties {
        Assert.isTrue(
                size.compareTo(SMALLEST) >= 0,
                () -> "SPOOL_SIZE must be 1MB or more, such as 512MB, not %s".formatted(size));
        Assert.isTrue(
                age.compareTo(SHORTEST) >= 0, () -> "SPOOL_AGE must be 1m or more, such as 30d, not %s".formatted(age));
    }
}
