package dev.noc.backend.question;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A query with parameters that cannot be answered. Carries its own problem document. */
public class ParameterRefusal extends ErrorResponseException {

    private final List<Violation> violations;

    ParameterRefusal(List<Violation> violations) {
        super(HttpStatus.BAD_REQUEST);
        setType(URI.create("/problems/invalid-request"));
        setTitle("Some parameters are not valid");
        setDetail("Correct the parameters listed under 'errors' and send the request again.");
        getBody().setProperty("errors", violations);
        this.violations = violations;
    }

    List<Violation> violations() {
        return violations;
    }

    /** One parameter, and what it must be. */
    record Violation(String field, String message) {}
}
