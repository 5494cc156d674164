package dev.noc.backend.system;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where there is no nginx in front of it, the backend serves the dashboard's files itself. */
@Configuration(proxyBeanMethods = false)
class DashboardFiles implements WebMvcConfigurer {

    private final DashboardProperties dashboard;

    DashboardFiles(DashboardProperties dashboard) {
        this.dashboard = dashboard;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        if (dashboard.directory() != null) {
            registry.addResourceHandler("/**")
                    .addResourceLocations(
                            dashboard.directory().toAbsolutePath().toUri().toString())
                    .setCacheControl(CacheControl.noCache());
        }
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        if (dashboard.directory() != null) {
            registry.addViewController("/").setViewName("forward:/index.html");
        }
    }

    /**
     * Where the page is.
     *
     * @param directory the folder with the dashboard's files, or null where the backend does not serve them
     */
    @ConfigurationProperties("noc.dashboard")
    record DashboardProperties(@Nullable Path directory) {}
}
