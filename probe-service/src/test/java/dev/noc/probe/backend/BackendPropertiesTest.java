package dev.noc.probe.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BackendPropertiesTest {

    private final ApplicationContextRunner app = new ApplicationContextRunner().withUserConfiguration(Config.class);

    @ParameterizedTest
    @ValueSource(strings = {"backend:5001", "ftp://backend", "/metrics", "http:backend"})
    void refusesToStartWithSomethingElseThanAnAddress(String url) {
        app.withPropertyValues("noc.probe.backend.url=" + url)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("BACKEND_URL '" + url + "' is not an address such as"));
    }

    @Test
    void takesABlankTokenFileForNone() {
        app.withPropertyValues("noc.probe.backend.url=http://backend:5001", "noc.probe.backend.token-file=")
                .run(context -> assertThat(
                                context.getBean(BackendProperties.class).tokenFile())
                        .isNull());
    }

    @Test
    void keepsTheTokenOutOfLogs() {
        app.withPropertyValues("noc.probe.backend.url=http://backend:5001", "noc.probe.backend.token=secret")
                .run(context -> assertThat(
                                context.getBean(BackendProperties.class).toString())
                        .doesNotContain("secret"));
    }

    @EnableConfigurationProperties(BackendProperties.class)
    static class Config {}
}
