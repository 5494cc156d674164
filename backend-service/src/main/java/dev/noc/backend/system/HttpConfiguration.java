package dev.noc.backend.system;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** What is said about the API, and what spares its readers work. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    @Bean
    OpenAPI openApi() {
        var token = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        return new OpenAPI()
                .info(new Info()
                        .title("noc")
                        .version("v1")
                        .description("Writes need the token; errors are RFC 9457 problems."))
                .components(new Components().addSecuritySchemes("token", token));
    }

    /** Probes ask for their targets every few seconds, pages for history: an ETag turns most answers into an empty 304. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> etags() {
        var etags = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        etags.addUrlPatterns("/api/v1/targets", "/api/v1/targets/*");
        return etags;
    }
}
