package dev.noc.backend.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.noc.protocol.ResultError;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What only some rounds have, as JSON in one column that is null in the others. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Detail(@Nullable ResultError error, @Nullable Map<String, Object> attributes) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Detail NONE = new Detail(null, null);

    static @Nullable String write(Round round) {
        return round.error() == null && round.attributes().isEmpty()
                ? null
                : JSON.writeValueAsString(new Detail(round.error(), round.attributes()));
    }

    static Detail read(@Nullable String text) {
        return text == null ? NONE : JSON.readValue(text, Detail.class);
    }

    Map<String, Object> attributesOrNone() {
        return Objects.requireNonNullElse(attributes, Map.of());
    }
}
