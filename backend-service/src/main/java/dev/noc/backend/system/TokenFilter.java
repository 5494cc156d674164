package dev.noc.backend.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets a request through that only reads, or that presents the token as {@code Authorization: Bearer} (RFC 6750). */
@Component
@Order(Filters.TOKEN)
class TokenFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SCHEME = "Bearer ";

    private final Token token;
    private final SecurityProperties security;
    private final HandlerExceptionResolver problems;

    TokenFilter(Token token, SecurityProperties security, HandlerExceptionResolver handlerExceptionResolver) {
        this.token = token;
        this.security = security;
        this.problems = handlerExceptionResolver;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // As the server has decoded it: what Spring takes for one path may be written in many ways.
        var path = request.getServletPath();
        return READING.contains(request.getMethod())
                && !showsEverything(path)
                && (security.publicRead() || !showsData(path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var presented = presented(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (presented == null) {
            problems.resolveException(request, response, null, AccessRefusal.tokenMissing());
        } else if (!token.matches(presented)) {
            problems.resolveException(request, response, null, AccessRefusal.tokenWrong());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A backup also holds what no page shows. */
    private static boolean showsEverything(String path) {
        return path.startsWith("/api/v1/backup");
    }

    /** The page itself, health and the meters stay open: what watches the backend has no token. */
    private static boolean showsData(String path) {
        return path.equals("/metrics") || path.startsWith("/api/") || path.startsWith("/v3/");
    }

    private static @Nullable String presented(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        return header.substring(SCHEME.length()).strip();
    }
}
