package dev.noc.probe.assignment;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.noc.protocol.Assignment;
import java.util.Map;
import org.springframework.boot.jackson.JacksonMixin;

/** Writes the check's own fields beside the others, as the backend does. */
@JacksonMixin(Assignment.class)
abstract class AssignmentMixin {

    @JsonAnyGetter
    abstract Map<String, Object> settings();
}
