package dev.noc.backend.system;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Says where a JSON body could not be read, without showing Java's names for what was expected there. */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemDetail explain(@Nullable Throwable cause) {
        if (cause instanceof StreamReadException syntax) {
            return problem("The body is not valid JSON at line %d, column %d. Nothing was stored."
                    .formatted(
                            syntax.getLocation().getLineNr(),
                            syntax.getLocation().getColumnNr()));
        }
        if (cause instanceof JacksonException mismatch && !mismatch.getPath().isEmpty()) {
            var problem = problem("Nothing was stored. Correct the field listed under 'errors' and send it again.");
            problem.setProperty("errors", List.of(new InvalidField(path(mismatch), expectation(mismatch))));
            return problem;
        }
        return problem("The body is missing or not the JSON that is expected here; /v3/api-docs describes it.");
    }

    private static ProblemDetail problem(String detail) {
        return Problems.of(HttpStatus.BAD_REQUEST, "invalid-request", "The body cannot be read", detail);
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(part -> part.getPropertyName() == null
                        ? "[%d]".formatted(part.getIndex())
                        : "." + part.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String expectation(JacksonException e) {
        return switch (e) {
            case InvalidFormatException format -> "must not be '%s': %s".formatted(format.getValue(), wanted(format));
            default -> "has a value of the wrong type; /v3/api-docs describes it";
        };
    }

    private static String wanted(InvalidFormatException e) {
        return e.getTargetType() == Instant.class
                ? "a time is written like 2026-11-20T09:00:00.000Z"
                : "/v3/api-docs describes what is expected";
    }
}
