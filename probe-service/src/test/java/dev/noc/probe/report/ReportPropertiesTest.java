package dev.noc.probe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ReportPropertiesTest {

    private final ApplicationContextRunner app = new ApplicationContextRunner().withUserConfiguration(Config.class);

    @Test
    void takesTheNameOfTheHostWhenNoneIsGiven() throws Exception {
        var host = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();

        app.withPropertyValues("noc.probe.report.id=")
                .run(context ->
                        assertThat(context.getBean(ReportProperties.class).id()).isEqualTo(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"two words", "büro", "a/b", "12345678901234567890123456789012345678901234567890123456789012345"})
    void refusesToStartUnderANameThatNoBackendTakes(String id) {
        app.withPropertyValues("noc.probe.report.id=" + id)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("'" + id + "' cannot be the probe's id. Set PROBE_ID to"));
    }

    @EnableConfigurationProperties(ReportProperties.class)
    static class Config {}
}
