package dev.noc.backend.result;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts the reports that were refused, wherever on their way that happened; so it stands before everything else. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedReports extends OncePerRequestFilter {

    private static final String METER = "noc.results.rejected";

    private final MeterRegistry registry;

    RefusedReports(MeterRegistry registry) {
        this.registry = registry;
        registry.counter(METER, "reason", reason(HttpStatus.BAD_REQUEST.value()));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().equals("/metrics"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            registry.counter(METER, "reason", reason(response.getStatus())).increment();
        }
    }

    private static String reason(int status) {
        return switch (status) {
            case 400, 415 -> "malformed";
            case 401, 403 -> "unauthorized";
            case 413 -> "too_large";
            case 507 -> "disk_full";
            default -> "error";
        };
    }
}
