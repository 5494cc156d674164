package dev.noc.backend.result;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Attributes in one column, as JSON; null where there are none. */
final class AttributeText {

    private static final JsonMapper JSON = new JsonMapper();

    private AttributeText() {}

    static @Nullable String write(Map<String, Object> attributes) {
        return attributes.isEmpty() ? null : JSON.writeValueAsString(attributes);
    }

    static Map<String, Object> read(@Nullable String text) {
        return text == null ? Map.of() : JSON.readValue(text, new TypeReference<Map<String, Object>>() {});
    }
}
