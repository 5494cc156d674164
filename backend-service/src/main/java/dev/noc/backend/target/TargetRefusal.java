package dev.noc.backend.target;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Why a request about a target is refused, and what to do instead. Carries its own problem document. */
class TargetRefusal extends ErrorResponseException {

    private TargetRefusal(HttpStatus status, String type, String title, String detail) {
        super(status);
        setType(URI.create("/problems/" + type));
        setTitle(title);
        setDetail(detail);
    }

    static TargetRefusal invalid(List<Violation> violations) {
        var refusal = new TargetRefusal(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "Some fields are not valid",
                "Nothing was stored. Correct the fields listed under 'errors' and send the request again.");
        refusal.getBody().setProperty("errors", violations);
        return refusal;
    }

    static TargetRefusal unknown(String id) {
        return new TargetRefusal(
                HttpStatus.NOT_FOUND,
                "unknown-target",
                "Unknown target",
                "There is no target '%s'. GET /api/v1/targets lists those that exist.".formatted(id));
    }

    static TargetRefusal taken(String id) {
        return new TargetRefusal(
                HttpStatus.CONFLICT,
                "target-exists",
                "The id is taken",
                "There is a target '%1$s' already. PUT /api/v1/targets/%1$s changes it; another 'id' or 'name' adds a new one."
                        .formatted(id));
    }

    static TargetRefusal idIsFixed(String id, String wanted) {
        return new TargetRefusal(
                HttpStatus.BAD_REQUEST,
                "id-is-fixed",
                "An id cannot be changed",
                "The body says '%2$s', the path says '%1$s'. Leave 'id' out, or add '%2$s' as a new target and delete '%1$s' with its history."
                        .formatted(id, wanted));
    }

    static TargetRefusal provisioned(String id) {
        return new TargetRefusal(
                HttpStatus.CONFLICT,
                "provisioned-target",
                "The targets file says what this target is",
                "'%s' comes from the targets file (TARGETS_FILE), so it is read-only here. Change or remove it there and restart the backend."
                        .formatted(id));
    }
}
