package dev.noc.backend.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.noc.backend.status.IncidentView;

/**
 * An incident that is new or has changed, as the stream shows it.
 *
 * @param live false when late rounds told it: no news to alarm anybody with
 * @param withdrawn true when late rounds showed that there was no such incident; left out otherwise
 */
record IncidentEvent(
        @JsonUnwrapped IncidentView incident,
        boolean live,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean withdrawn) {}
