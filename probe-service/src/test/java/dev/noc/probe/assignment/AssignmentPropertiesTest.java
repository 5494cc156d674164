package dev.noc.probe.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AssignmentPropertiesTest {

    private final ApplicationContextRunner app = new ApplicationContextRunner()
            .withUserConfiguration(Config.class)
            .withPropertyValues("noc.probe.assignment.data=/data", "noc.probe.assignment.refresh=5s");

    @ParameterizedTest
    @CsvSource({"10s, 10000", "10, 10000", "1500ms, 1500", "2m, 120000", "1d, 86400000"})
    void readsAnIntervalAndTakesAPlainNumberForSeconds(String text, long millis) {
        app.withPropertyValues("noc.probe.assignment.interval=" + text)
                .run(context -> assertThat(
                                context.getBean(AssignmentProperties.class).interval())
                        .isEqualTo(Duration.ofMillis(millis)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "999ms", "25h", "-1"})
    void refusesToStartWithAnIntervalOutOfRange(String text) {
        app.withPropertyValues("noc.probe.assignment.interval=" + text)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("PROBE_INTERVAL must be from 1 second to 1 day"));
    }

    @EnableConfigurationProperties(AssignmentProperties.class)
    static class Config {}
}
