package dev.noc.backend.target;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The fields that only a target's check has, in one column as JSON; null where there are none. */
@Converter
class SettingsConverter implements AttributeConverter<Map<String, Object>, @Nullable String> {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public @Nullable String convertToDatabaseColumn(Map<String, Object> settings) {
        return settings.isEmpty() ? null : JSON.writeValueAsString(settings);
    }

    @Override
    public Map<String, Object> convertToEntityAttribute(@Nullable String column) {
        return column == null ? Map.of() : JSON.readValue(column, new TypeReference<Map<String, Object>>() {});
    }
}
