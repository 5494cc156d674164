package dev.noc.probe.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * How results are reported.
 *
 * @param id the name of this vantage point in every report; blank: the host's name
 */
@ConfigurationProperties("noc.probe.report")
public record ReportProperties(String id) {

    public ReportProperties {
        id = id.isBlank() ? hostName() : id.strip();
        Assert.isTrue(
                id.matches("[A-Za-z0-9._-]{1,64}"),
                "'%s' cannot be the probe's id. Set PROBE_ID to 1 to 64 letters, digits or any of . _ -".formatted(id));
    }

    /** Asks the kernel: the JDK would ask a name service. */
    private static String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
