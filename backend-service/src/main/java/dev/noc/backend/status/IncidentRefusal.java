package dev.noc.backend.status;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Why an incident cannot be shown, and what to do instead. Carries its own problem document. */
class IncidentRefusal extends ErrorResponseException {

    private IncidentRefusal(String id) {
        super(HttpStatus.NOT_FOUND);
        setType(URI.create("/problems/unknown-incident"));
        setTitle("Unknown incident");
        setDetail(("There is no incident '%s'. GET /api/v1/incidents lists those that exist; results that came late may"
                        + " have joined it to another one.")
                .formatted(id));
    }

    static IncidentRefusal unknown(String id) {
        return new IncidentRefusal(id);
    }
}
