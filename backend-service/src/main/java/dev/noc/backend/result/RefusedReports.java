package dev.noc.backend.result;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
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

    /** Each counter begins at zero, or a first refusal would be no increase to Prometheus. */
    RefusedReports(MeterRegistry registry) {
        this.registry = registry;
        for (var reason : Reason.values()) {
            counter(reason);
        }
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
            counter(Reason.of(response.getStatus())).increment();
        }
    }

    private Counter counter(Reason reason) {
        return registry.counter(METER, "reason", reason.name().toLowerCase(Locale.ROOT));
    }

    /** Why a report was refused, as the label of the counter names it. */
    private enum Reason {
        MALFORMED,
        UNAUTHORIZED,
        TOO_LARGE,
        UNAVAILABLE,
        DISK_FULL,
        ERROR;

        static Reason of(int status) {
            return switch (status) {
                case 400, 415 -> MALFORMED;
                case 401, 403 -> UNAUTHORIZED;
                case 413 -> TOO_LARGE;
                case 503 -> UNAVAILABLE;
                case 507 -> DISK_FULL;
                default -> ERROR;
            };
        }
    }
}
