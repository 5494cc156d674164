package dev.noc.backend.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the fields of a target that only its check has. What cannot be read is left out and told. */
final class OwnFields {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final CheckKind kind;
    private final Map<String, Type> types;
    private final Map<String, Object> readable = new TreeMap<>();
    private final List<Violation> violations = new ArrayList<>();

    OwnFields(CheckKind kind, Map<String, @Nullable Object> given) {
        this.kind = kind;
        this.types = Arrays.stream(kind.settings().getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getGenericType));
        new TreeMap<>(given).forEach(this::read);
    }

    List<Violation> violations() {
        return violations;
    }

    CheckSettings settings() {
        return JSON.convertValue(readable, kind.settings());
    }

    /** Returns the fields as they are kept: those that were given, in their plain form. */
    Map<String, Object> plain() {
        return JSON.convertValue(settings(), new TypeReference<Map<String, Object>>() {});
    }

    private void read(String field, @Nullable Object value) {
        var type = types.get(field);
        if (type == null) {
            violations.add(new Violation(field, unknown()));
        } else if (value != null && isReadable(value, type)) {
            readable.put(field, value);
        } else if (value != null) {
            violations.add(new Violation(field, "must be " + words(type)));
        }
    }

    private static boolean isReadable(Object value, Type type) {
        try {
            JSON.convertValue(value, JSON.constructType(type));
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private String unknown() {
        return "is no field of the check '%s', which has %s beside %s"
                .formatted(kind.name(), String.join(", ", new TreeMap<>(types).keySet()), TargetSpec.COMMON_FIELDS);
    }

    private static String words(Type type) {
        if (type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        return type == String.class ? "text" : "a list of texts";
    }
}
