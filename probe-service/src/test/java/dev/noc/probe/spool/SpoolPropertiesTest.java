package dev.noc.probe.spool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SpoolPropertiesTest {

    private final ApplicationContextRunner app = new ApplicationContextRunner().withUserConfiguration(Config.class);

    @ParameterizedTest
    @CsvSource({
        "100KB, 30d, 'SPOOL_SIZE must be 1MB or more, such as 512MB, not 102400B'",
        "1MB, 59s, 'SPOOL_AGE must be 1m or more, such as 30d, not PT59S'"
    })
    void refuseToStartWithoutRoomForResults(String size, String age, String words) {
        app.withPropertyValues("noc.probe.spool.data=x", "noc.probe.spool.size=" + size, "noc.probe.spool.age=" + age)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(words));
    }

    @EnableConfigurationProperties(SpoolProperties.class)
    static class Config {}
}
